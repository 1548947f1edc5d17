package io.vtkhdf.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String HOST = "127.0.0.1:4000";

    private final Access access = new Access();

    private Access.Asker asker(String host, String origin, String site, String mode) {
        return new Access.Asker(host, origin, site, mode, null, access.token());
    }

    private boolean lets(Access.Asker asker, boolean isPage) {
        return access.refusal(asker, isPage).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:4000", "localhost:4000", "localhost:9000", "localhost", "[::1]:4000"})
    void thisMachineUnderAnyPort(String host) {
        assertTrue(lets(asker(host, null, null, null), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "127.0.0.1.example.org:4000",
                "a.localhost:4000",
                "localhost:4000.example.org",
                "localhost@example.org",
                "0.0.0.0:4000",
                "127.0.0.1:400000",
                ""
            })
    void noOtherName(String host) {
        assertEquals(
                "found host " + host + ", expected 127.0.0.1 or localhost",
                access.refusal(asker(host, null, null, null), true).orElse(""));
    }

    @Test
    void aHostIsNeeded() {
        assertEquals(false, lets(asker(null, null, null, null), true));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4000, same-origin, cors, false, true",
        ", same-origin, cors, false, true",
        ", none, navigate, true, true",
        ", cross-site, navigate, true, true",
        "http://127.0.0.1:4001, same-site, cors, false, false",
        "http://localhost:4000, same-site, cors, false, false",
        "https://127.0.0.1:4000, cross-site, cors, false, false",
        "null, cross-site, cors, false, false",
        ", same-site, no-cors, false, false",
        ", cross-site, no-cors, true, false",
        ", cross-site, navigate, false, false",
        ", same-site, websocket, false, false"
    })
    void noOtherOrigin(String origin, String site, String mode, boolean isPage, boolean expected) {
        assertEquals(expected, lets(asker(HOST, origin, site, mode), isPage));
    }

    @Test
    void theTokenInAHeader() {
        assertTrue(lets(new Access.Asker(HOST, null, null, null, "Bearer " + access.token(), null), false));
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, "Bearer ", null), false));
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, "Basic " + access.token(), null), false));
    }

    @Test
    void noTokenOrAnother() {
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, null, null), true));
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, null, ""), true));
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, null, new Access().token()), true));
        assertEquals(false, lets(new Access.Asker(HOST, null, null, null, null, access.token() + "a"), true));
    }

    @Test
    void theOpenedBrowsersTokenGetsThePageAndOnlyOnce() {
        Access.Asker browser = new Access.Asker(HOST, null, null, null, null, access.tokenForOnce());
        assertEquals(false, lets(browser, false));
        assertTrue(lets(browser, true));
        assertEquals(false, lets(browser, true));
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        assertEquals(32, access.token().length());
        assertTrue(access.token().matches("[A-Za-z0-9_-]+"));
        assertNotEquals(access.token(), access.tokenForOnce());
        assertNotEquals(access.token(), new Access().token());
    }
}
