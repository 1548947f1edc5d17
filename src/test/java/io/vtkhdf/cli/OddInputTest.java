package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images with something that VTK passes over, too: they are converted, with a warning. */
class OddInputTest {

    private static final String FIELDS = "<FieldData>";

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void writeInput() throws IOException {
        input = VtiFiles.small(directory.resolve("in.vti"));
        output = directory.resolve("out.vtkhdf");
    }

    private void change(String text, String replacement) throws IOException {
        String file = Files.readString(input);
        assertTrue(file.contains(text));
        Files.writeString(input, file.replace(text, replacement));
    }

    private void assertConvertsWithWarning(String expected, Object... more) throws IOException {
        Object[] command = new Object[3 + more.length];
        System.arraycopy(new Object[] {"convert", input, output}, 0, command, 0, 3);
        System.arraycopy(more, 0, command, 3, more.length);
        CliRun run = CliRun.of(command);
        assertEquals(0, run.exitCode(), run.err());
        List<String> warnings = run.err()
                .lines()
                .filter(line -> line.contains("warning") && !line.contains("the extent"))
                .toList();
        assertEquals(List.of("vtkhdf: warning: " + input + ": " + expected), warnings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "binary"})
    void anEmptyListOfStringsIsLeftOutOfVtkhdf(String format) throws IOException {
        change(
                FIELDS,
                FIELDS + "<Array type='String' Name='comments' NumberOfTuples='0' format='" + format + "'></Array>");
        assertConvertsWithWarning(
                "FieldData 'comments': left out, since no VTK reads an empty list of strings in VTKHDF");
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(1, reader.fields().size());
            assertEquals("TimeValue", reader.fields().get(0).name());
        }
        assertEquals(1, CliRun.of("diff", input, output).exitCode());
        CliRun again = CliRun.of("convert", input, output, "--resume");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains("complete already"), again.err());

        Path vti = directory.resolve("out.vti");
        CliRun kept = CliRun.of("convert", input, vti);
        assertEquals(0, kept.exitCode(), kept.err());
        assertEquals(
                "",
                kept.err()
                        .lines()
                        .filter(line -> line.contains("warning"))
                        .findFirst()
                        .orElse(""));
        assertEquals(0, CliRun.of("diff", input, vti).exitCode());
    }

    @Test
    void anEmptyListOfStringsIsNotPreviewed() throws IOException {
        change(FIELDS, FIELDS + "<Array type='String' Name='comments' NumberOfTuples='0' format='ascii'/>");
        CliRun run = CliRun.of("convert", input, output, "--dry-run");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("'comments': left out"), run.err());
        assertFalse(run.out().contains("comments"), run.out());
    }

    @Test
    void aFieldThatDoesNotTellItsTuplesIsLeftOut() throws IOException {
        change(" NumberOfTuples=\"1\"", "");
        assertConvertsWithWarning(
                "FieldData 'TimeValue': left out, since without NumberOfTuples it has no values in VTK");
    }

    @Test
    void ofSeveralArraysOfANameTheFirstIsTaken() throws IOException {
        String p = "<DataArray type=\"Int16\" Name=\"p\" format=\"ascii\">";
        change("</PointData>", p + "7</DataArray></PointData>");
        change(FIELDS, FIELDS + "<DataArray type='Int8' Name='n' NumberOfTuples='1'>1</DataArray>");
        assertConvertsWithWarning("PointData 'p': only the first of several arrays with this name is taken, as by VTK");
        assertEquals(0, CliRun.of("diff", input, output).exitCode());
    }

    @Test
    void othersAreAdvisedOnlyWhereThereAreSome() throws IOException {
        change("type=\"Int16\"", "type=\"String\"");
        change("type=\"Float32\"", "type=\"String\"");
        change("type=\"UInt8\"", "type=\"String\"");
        CliRun refused = CliRun.of("convert", input, output);
        assertEquals(4, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("arrays that cannot be read: PointData 'p'"), refused.err());
        assertFalse(refused.err().contains("--array"), refused.err());
    }

    @ParameterizedTest
    @CsvSource({
        "type=\"Int16\", type=\"Int15\", PointData 'p': found type 'Int15', v",
        "'Name=\"v\" NumberOfComponents=\"2\"', 'Name=\"v\" NumberOfComponents=\"0\"', PointData 'v': found NumberOfComponents '0', p",
        "'Name=\"TimeValue\" NumberOfTuples=\"1\"', 'Name=\"TimeValue\" NumberOfTuples=\"x\"', FieldData 'TimeValue': found NumberOfTuples 'x', v"
    })
    void aBrokenArrayIsAFailureUnlessOthersAreChosen(String text, String replacement, String reason, String other)
            throws IOException {
        change(text, replacement);
        CliRun refused = CliRun.of("convert", input, output);
        assertEquals(3, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("--array can choose others: " + reason), refused.err());
        assertFalse(Files.exists(output));
        assertEquals(0, CliRun.of("info", input).exitCode());
        CliRun chosen = CliRun.of("convert", input, output, "--array", other);
        assertEquals(0, chosen.exitCode(), chosen.err());
        assertTrue(chosen.err().contains("warning: left out: " + input + ": " + reason), chosen.err());
        assertEquals(
                0, CliRun.of("diff", "--array", "point:" + other, input, output).exitCode());
    }

    @Test
    void piecesOutsideTheFolderAreReadIfThatIsAllowed() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("series"));
        Path pvti = Files.writeString(folder.resolve("image.pvti"), """
                <VTKFile type="PImageData"><PImageData WholeExtent="5 8 0 2 -1 3" Origin="0 0 0" Spacing="1 2 3">
                <PPointData Scalars="p"><PDataArray type="Int16" Name="p"/>
                <PDataArray type="Float32" Name="v" NumberOfComponents="2"/></PPointData>
                <PCellData><PDataArray type="UInt8" Name="p"/></PCellData>
                <Piece Extent="5 8 0 2 -1 3" Source="../in.vti"/></PImageData></VTKFile>
                """);
        for (Object[] command : new Object[][] {{"convert", pvti, output}, {"info", pvti}, {"diff", pvti, input}}) {
            CliRun refused = CliRun.of(command);
            assertEquals(4, refused.exitCode(), refused.err());
            assertTrue(refused.err().contains("'../in.vti'"), refused.err());
            assertTrue(refused.err().contains("--allow-outside"), refused.err());
        }
        assertFalse(Files.exists(output));
        assertEquals(0, CliRun.of("convert", pvti, output, "--allow-outside").exitCode());
        assertEquals(0, CliRun.of("diff", input, output).exitCode());
        assertEquals(0, CliRun.of("diff", pvti, output, "--allow-outside").exitCode());
        assertEquals(0, CliRun.of("info", pvti, "--allow-outside").exitCode());
        CliRun many = CliRun.of("convert", pvti, "--output-dir", directory.resolve("many"), "--allow-outside");
        assertEquals(0, many.exitCode(), many.err());

        Files.writeString(pvti, Files.readString(pvti).replace("../in.vti", "http://localhost/in.vti"));
        CliRun address = CliRun.of("convert", pvti, output, "--overwrite", "--allow-outside");
        assertEquals(4, address.exitCode(), address.err());
        assertTrue(address.err().contains("no address is followed"), address.err());
        assertFalse(address.err().contains("--allow-outside"), address.err());
    }
}
