package io.vtkhdf.cli.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who may ask for something. Everybody on the machine reaches the port, and so does every page that the user's browser
 * has open; whoever reads the file must have been given the token. Thread-safe.
 *
 * <ul>
 *   <li>{@code Host} is this machine by its own name, under any port, for it may be forwarded: so no name of somebody
 *       else's that leads here (DNS rebinding) has the page's rights.
 *   <li>{@code Origin}, where there is one, is that same address, and {@code Sec-Fetch-Site}, where there is one, says
 *       the same: so no page of another origin has an answer, whatever it knows. But a link may lead here from
 *       anywhere, if it has the token.
 *   <li>The token comes in the address, as {@code token}, or as {@code Authorization: Bearer}. It is no cookie: a
 *       browser gives these to all ports of a machine.
 * </ul>
 *
 * <p>The browser that is opened gets another token, which is of use once: the arguments of processes are there for
 * everybody to read.
 */
final class Access {

    private static final int TOKEN_BYTES = 24;
    private static final String BEARER = "Bearer ";
    private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String token = random();
    private final String once = random();
    private final AtomicBoolean isOnceUsed = new AtomicBoolean();

    /** What of a request tells who asks; each may be null. */
    record Asker(String host, String origin, String site, String mode, String authorization, String token) {}

    /** What every request but the first of an opened browser must have. */
    String token() {
        return token;
    }

    /** What gets the page, the first time. */
    String tokenForOnce() {
        return once;
    }

    /**
     * Why somebody has no access; empty if they have.
     *
     * @param isPage whether it is the page that is asked for, rather than what it needs
     */
    Optional<String> refusal(Asker asker, boolean isPage) {
        if (asker.host == null || !OUR_NAMES.contains(name(asker.host))) {
            return Optional.of("found host " + asker.host + ", expected 127.0.0.1 or localhost");
        } else if (asker.origin != null && !asker.origin.equals("http://" + asker.host)) {
            return Optional.of("found origin " + asker.origin + ", expected http://" + asker.host);
        } else if (isFromElsewhere(asker, isPage)) {
            return Optional.of("found a request of another page, expected one of this page");
        }
        return isKnown(asker, isPage)
                ? Optional.empty()
                : Optional.of("found no token, or a wrong one, expected the address that vtkhdf view has printed");
    }

    private static boolean isFromElsewhere(Asker asker, boolean isPage) {
        boolean isOurs = asker.site == null || asker.site.equals("same-origin") || asker.site.equals("none");
        return !isOurs && !(isPage && "navigate".equals(asker.mode));
    }

    private boolean isKnown(Asker asker, boolean isPage) {
        String authorization = asker.authorization == null ? "" : asker.authorization;
        String given = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : asker.token;
        return given != null
                && (isSame(given, token) || isPage && isSame(given, once) && isOnceUsed.compareAndSet(false, true));
    }

    /** In the same time, wherever they differ. */
    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the port. */
    private static String name(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
