package io.vtkhdf.cli.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's browser, by the program that the system has for opening addresses. Java's own way,
 * {@code java.awt.Desktop}, needs a screen on Linux before it can tell whether there is one.
 */
final class Browser {

    private final List<String> command;

    private Browser(List<String> command) {
        this.command = command;
    }

    /**
     * What opens addresses where the user sits; empty if nothing is known to. {@code BROWSER} names it if it is set, as
     * editors do on machines far away. Else somebody who has come by ssh sits elsewhere.
     *
     * @param system the property {@code os.name}
     */
    static Optional<Browser> find(String system, Map<String, String> environment) {
        String named = environment.getOrDefault("BROWSER", "");
        if (!named.isEmpty() && Files.isExecutable(Path.of(named))) {
            return Optional.of(new Browser(List.of(named)));
        } else if (environment.containsKey("SSH_CONNECTION")) {
            return Optional.empty();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(new Browser(List.of("rundll32", "url.dll,FileProtocolHandler")));
        } else if (name.startsWith("mac")) {
            return Optional.of(new Browser(List.of("open")));
        }
        boolean hasScreen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return hasScreen ? Optional.of(new Browser(List.of("xdg-open"))) : Optional.empty();
    }

    /** What is run, without the address. */
    List<String> command() {
        return command;
    }

    /** @return whether it could be started */
    boolean open(String address) {
        ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command));
        process.command().add(address);
        try {
            // Its output is no part of ours.
            process.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
