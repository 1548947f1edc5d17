package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher prepares for Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for sh")
class LaunchScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "xx_XX.ISO-8859-1", "xx_XX.UTF-8"})
    void withoutALocaleThatIsInstalledFileNamesAreUtf8(String locale) throws Exception {
        Path script = Path.of("..", "dist", "vtkhdf.sh").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", ". " + script + "; echo $LC_ALL");
        builder.environment().put("LC_ALL", locale);
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.equals("LC_CTYPE"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals("C.UTF-8", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        assertEquals(0, process.waitFor());
    }
}
