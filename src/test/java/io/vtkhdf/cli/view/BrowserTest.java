package io.vtkhdf.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static Optional<List<String>> found(String system, Map<String, String> environment) {
        return Browser.find(system, environment).map(Browser::command);
    }

    @Test
    void theSystemsOwn() {
        assertEquals(Optional.of(List.of("xdg-open")), found("Linux", Map.of("DISPLAY", ":0")));
        assertEquals(Optional.of(List.of("xdg-open")), found("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(Optional.of(List.of("open")), found("Mac OS X", Map.of()));
        assertEquals(Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler")), found("Windows 11", Map.of()));
    }

    @Test
    void noneWithoutAScreenOrFromAfar() {
        assertEquals(Optional.empty(), found("Linux", Map.of()));
        assertEquals(
                Optional.empty(), found("Linux", Map.of("DISPLAY", "localhost:10.0", "SSH_CONNECTION", "a 1 b 22")));
        assertEquals(Optional.empty(), found("Mac OS X", Map.of("SSH_CONNECTION", "a 1 b 22")));
    }

    @Test
    void oneThatIsNamedIsTakenAlsoFromAfar() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertEquals(Optional.of(List.of(java)), found("Linux", Map.of("BROWSER", java, "SSH_CONNECTION", "a 1 b 22")));
        assertEquals(Optional.empty(), found("Linux", Map.of("BROWSER", "/no/such/browser")));
    }
}
