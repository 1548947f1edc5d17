package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shells themselves complete. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shells are not there")
@HangGuard
class CompletionCommandTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createFile(directory.resolve("a$(touch pwned).vti"));
        Files.createFile(directory.resolve("with space.vti"));
    }

    private Path script(String shell) throws IOException {
        CliRun run = CliRun.of("completion", shell);
        assertEquals(0, run.exitCode(), run.err());
        return Files.writeString(directory.resolve("completion." + shell), run.out());
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(HangGuard.MINUTES, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), out);
        return out;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vtkhdf co                        | completion convert",
                "vtkhdf --v                       | --version",
                "vtkhdf slice a --axis _          | x y z",
                "vtkhdf slice --axis = y          | y",
                "vtkhdf slice --axis =            | x y z",
                "vtkhdf slice --ax                | --axis",
                "vtkhdf convert --oldest-vtk _    | 9.1 9.2 9.3 9.4 9.5 9.6 9.7",
                "vtkhdf convert --compress f      | fast",
                "vtkhdf convert a b --chunk _     | auto brick slice",
                "vtkhdf convert a b --progress j  | json",
                "vtkhdf completion _              | bash fish zsh",
                "vtkhdf help inf                  | info",
                "vtkhdf diff a --tolerance _      | ''",
                "vtkhdf info _                    | ''"
            })
    void bashCompletes(String words, String expected) throws Exception {
        String line = "source " + script("bash") + "; COMP_WORDS=(" + words.replace("_", "''")
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "_vtkhdf vtkhdf \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD - 1]}\"; "
                + "printf '%s\\n' \"${COMPREPLY[@]}\" | sort | paste -sd ' ' -";
        assertEquals(expected, run("bash", "-c", line).strip());
    }

    @Test
    void bashReadsTheScriptAndRunsNoFileName() throws Exception {
        assertEquals("", run("bash", "-n", script("bash").toString()));
        String files = "source " + script("bash") + "; COMP_WORDS=(vtkhdf info a); COMP_CWORD=2; _vtkhdf vtkhdf a info;"
                + " echo ${#COMPREPLY[@]}; complete -p vtkhdf";
        String[] lines = run("bash", "-c", files).split("\n");
        // None of ours: with these options bash completes files itself.
        assertEquals("0", lines[0]);
        assertTrue(lines[1].contains("-o default"), lines[1]);
        assertTrue(Files.notExists(directory.resolve("pwned")));
    }

    @Test
    @Tag("shells")
    void zshReadsTheScriptAndDefinesTheCompletion() throws Exception {
        assertEquals("", run("zsh", "-f", "-n", script("zsh").toString()));
        String line = "autoload -U compinit && compinit -u -D; source " + script("zsh") + "; print $_comps[vtkhdf]";
        assertEquals("_vtkhdf", run("zsh", "-f", "-c", line).strip());
    }

    @ParameterizedTest
    @Tag("shells")
    @CsvSource(
            delimiter = '|',
            value = {
                "'vtkhdf co'                | completion convert",
                "'vtkhdf slice --axis '     | x y z",
                "'vtkhdf slice --ax'        | --axis",
                "'vtkhdf convert a --chunk '| auto brick slice",
                "'vtkhdf convert --oldest-vtk '| 9.1 9.2 9.3 9.4 9.5 9.6 9.7",
                "'vtkhdf help dif'          | diff",
                "'vtkhdf info w'            | with space.vti",
                "'vtkhdf slice -o a'        | a$(touch pwned).vti"
            })
    void fishCompletes(String line, String expected) throws Exception {
        String completions = run("fish", "-N", "-c", "source " + script("fish") + "; complete -C '" + line + "'");
        List<String> words = Arrays.stream(completions.split("\n"))
                .map(found -> found.split("\t")[0])
                .toList();
        assertEquals(expected, words.stream().sorted().collect(Collectors.joining(" ")));
        assertTrue(Files.notExists(directory.resolve("pwned")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcsh", ""})
    void otherShells(String shell) {
        assertEquals(2, CliRun.of("completion", shell).exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "completion ksh              | found 'ksh', expected bash, zsh, fish",
                "slice a --axis w            | found 'w', expected x, y, z",
                "convert a b --progress all  | found 'all', expected auto, json, none"
            })
    void choicesAreNamedAsInTheHelp(String line, String message) {
        CliRun run = CliRun.of((Object[]) line.split(" "));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(CliRun.of("completion", "BASH").out().startsWith("# Completes"));
    }
}
