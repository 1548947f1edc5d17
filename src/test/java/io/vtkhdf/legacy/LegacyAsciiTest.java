package io.vtkhdf.legacy;

import static io.vtkhdf.legacy.LegacyTesting.HEADER;
import static io.vtkhdf.legacy.LegacyTesting.open;
import static io.vtkhdf.legacy.LegacyTesting.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyAsciiTest {

    @TempDir
    private Path folder;

    @Test
    void theGeometryComesInAnyOrderAndCase() throws IOException {
        try (ImageSource source = open(folder, """
                # vtk DataFile Version 1.0
                a title, \
                """ + "x".repeat(100_000) + """

                ascii
                dataset Structured_Points
                origin -1.5 2e3 .25
                Aspect_Ratio 0.5 1 -2
                FIELD FieldData 1
                when 1 1 double
                7.25
                Extent -1 2 3 3 0 1
                """)) {
            assertEquals(new Extent(-1, 2, 3, 3, 0, 1), source.geometry().extent());
            assertEquals(new Vector3(-1.5, 2000, .25), source.geometry().origin());
            assertEquals(new Vector3(.5, 1, -2), source.geometry().spacing());
            assertEquals(List.of(), source.arrays());
            assertArrayEquals(
                    new double[] {7.25}, source.fields().get(0).asNumbers().values(double[].class));
        }
    }

    @Test
    void withoutSpacingAndOriginTheyAreVtksOwn() throws IOException {
        try (ImageSource source =
                open(folder, "# vtk DataFile Version 2.0\n\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS 1 1 1\n")) {
            assertEquals(new Vector3(0, 0, 0), source.geometry().origin());
            assertEquals(new Vector3(1, 1, 1), source.geometry().spacing());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.0", "3.0", "4.2", "5.1", "", " x"})
    void everyKnownVersionIsReadWithoutANote(String version) throws IOException {
        try (ImageSource source = open(folder, HEADER.replace("3.0", version))) {
            assertEquals(List.of(), source.notes());
        }
    }

    @Test
    void aNewerVersionIsNoted() throws IOException {
        try (ImageSource source = open(folder, HEADER.replace("3.0", "5.2"))) {
            assertEquals(1, source.notes().size());
            assertTrue(
                    source.notes().get(0).message().contains("version 5.2"),
                    source.notes().get(0).message());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bit, UINT8, 0 1 -3 0 1 2, 0 1 1 0 1 1",
        "char, INT8, -128 127 0 1 2 3, ",
        "signed_char, INT8, -128 127 0 1 2 3, ",
        "unsigned_char, UINT8, 255 0 1 2 3 4, ",
        "short, INT16, -32768 32767 0 1 2 3, ",
        "unsigned_short, UINT16, 65535 0 1 2 3 4, ",
        "int, INT32, -2147483648 2147483647 0 1 2 3, ",
        "unsigned_int, UINT32, 4294967295 0 1 2 3 4, ",
        "long, INT64, -9223372036854775808 9223372036854775807 0 1 2 3, ",
        "unsigned_long, UINT64, 18446744073709551615 0 1 2 3 4, ",
        "vtktypeint64, INT64, -9223372036854775808 9223372036854775807 0 1 2 3, ",
        "vtktypeuint64, UINT64, 18446744073709551615 0 1 2 3 4, ",
        "vtkIdType, INT64, -2147483648 2147483647 0 1 2 3, ",
        "float, FLOAT32, 1.5 -2e10 .1 nan inf -0, 1.5 -2.0E10 0.1 NaN Infinity -0.0",
        "DOUBLE, FLOAT64, 0.1 -2e-300 +3 1e3 NaN -Inf, 0.1 -2.0E-300 3.0 1000.0 NaN -Infinity"
    })
    void everyType(String type, ScalarType expectedType, String values, String expected) throws IOException {
        String file = HEADER + "POINT_DATA 6\nSCALARS s " + type + "\nLOOKUP_TABLE default\n" + values + "\n";
        try (ImageSource source = open(folder, file)) {
            assertEquals(List.of(ArraySpec.point("s", expectedType)), source.arrays());
            assertEquals(expected == null ? values : expected, text(source, "s"));
            assertEquals(
                    type.equals("bit") || type.equals("vtkIdType") ? 1 : 0,
                    source.notes().size());
        }
    }

    /** By the beginning, as VTK has it; no name whose width is another than that beginning's. */
    @ParameterizedTest
    @CsvSource({
        "long_long, INT64",
        "LONG_LONG, INT64",
        "longlong, INT64",
        "unsigned_long_long, UINT64",
        "Unsigned_LongLong, UINT64",
        "VTKTypeInt64, INT64",
        "vtkTypeUInt64, UINT64",
        "vtkidtype, INT64",
        "__int64, INT64",
        "unsigned___int64, UINT64",
        "short_int, INT16",
        "unsigned_short_int, UINT16",
        "integer, INT32",
        "int32_t, INT32",
        "unsigned_int32, UINT32",
        "Float32, FLOAT32",
        "double_precision, FLOAT64",
        "SIGNED_CHAR, INT8",
        "unsigned_char_x, UINT8",
        "bits, UINT8"
    })
    void everyNameOfAType(String name, ScalarType expected) throws IOException {
        String values = "0 1 0 1 1 0";
        for (String array : List.of(
                "SCALARS s " + name + " 1\nLOOKUP_TABLE default\n" + values,
                "FIELD f 1\ns 1 6 " + name + "\n" + values)) {
            try (ImageSource source = open(folder, HEADER + "POINT_DATA 6\n" + array + "\n")) {
                assertEquals(List.of(ArraySpec.point("s", expected)), source.arrays());
                String found = text(source, "s");
                assertEquals(expected.isFloating() ? "0.0 1.0 0.0 1.0 1.0 0.0" : values, found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int64",
                "unsigned_int64",
                "float64",
                "int8",
                "uint8",
                "char_t",
                "signed_char8",
                "half",
                "unsigned"
            })
    void arraysOfUnknownTypesAreLeftOut(String name) throws IOException {
        String file = HEADER + "FIELD g 1\nf 1 2 " + name + "\n1 2\nPOINT_DATA 6\nSCALARS s " + name
                + "\nLOOKUP_TABLE default\n1 2 3 4 5 6\nSCALARS t int\nLOOKUP_TABLE default\n6 5 4 3 2 1\n";
        try (ImageSource source = open(folder, file)) {
            assertEquals(List.of(ArraySpec.point("t", ScalarType.INT32)), source.arrays());
            assertEquals("6 5 4 3 2 1", text(source, "t"));
            assertEquals(2, source.unreadable().size());
            for (UnreadableArray array : source.unreadable()) {
                assertTrue(array.message().contains("found '" + name + "', expected a type"), array.message());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'POINT_DATA 6\nSCALARS s int\nLOOKUP_TABLE default\n1 2 3 4 5 6\n\nCELL_DATA 0\n\n', s, 0",
        "'POINT_DATA 0\nCELL_DATA 2\nSCALARS s int\nLOOKUP_TABLE default\n1 2\n', s, 0",
        "'CELL_DATA 0\nPOINT_DATA 6\nSCALARS s int\nLOOKUP_TABLE default\n1 2 3 4 5 6\n', s, 0",
        "'POINT_DATA 6\nSCALARS s int\nLOOKUP_TABLE default\n1 2 3 4 5 6\nCELL_DATA 0\nFIELD f 1\nb 1 0 int\n', s, 1",
        "'POINT_DATA 6\nSCALARS s int\nLOOKUP_TABLE default\n1 2 3 4 5 6\nCELL_DATA 0\nSCALARS b int\nLOOKUP_TABLE default\n', s, 1",
        "'CELL_DATA 0\nFIELD f 1\ns 1 2 int\n1 2\n', s, 0"
    })
    void sectionsOfNoTuples(String content, String name, int notes) throws IOException {
        try (ImageSource source = open(folder, HEADER + content.replace("\\n", "\n"))) {
            assertEquals(
                    List.of(name), source.arrays().stream().map(ArraySpec::name).toList());
            assertTrue("1 2 3 4 5 6".startsWith(text(source, name)));
            assertEquals(List.of(), source.unreadable());
            assertEquals(notes, source.notes().size(), source.notes().toString());
        }
    }

    @Test
    void lookupTablesAndInformationKeysSayThatTheyAreLeftOut() throws IOException {
        String file = HEADER + "CELL_DATA 2\nSCALARS c int\nLOOKUP_TABLE mine\n7 8\nMETADATA\nINFORMATION 2\n"
                + "NAME UNITS_LABEL LOCATION vtkDataArray\nDATA mm\n"
                + "NAME L2_NORM_RANGE LOCATION vtkDataArray\nDATA 2 7 8\n\n"
                + "LOOKUP_TABLE mine%20too 1\n1 1 1 0.5\n";
        try (ImageSource source = open(folder, file)) {
            Path path = folder.resolve("test.vtk");
            assertEquals(
                    List.of(
                            SourceNote.ofImage(path + ": CellData: the lookup table 'mine too' is left out"),
                            SourceNote.ofArray(
                                    Association.CELL,
                                    "c",
                                    path + ": CellData 'c': the information key 'UNITS_LABEL' is left out")),
                    source.notes());
        }
    }

    @Test
    void everyKindOfArrayWithItsRole() throws IOException {
        String six = " 1 2 3 4 5 6\n";
        String file = HEADER + "CELL_DATA 2\nscalars c int 1\nlookup_table mine\n7 8\nLOOKUP_TABLE mine 1\n1 1 1 0.5\n"
                + "POINT_DATA 6\nVECTORS v short\n" + six.repeat(3) + "NORMALS n float\n" + six.repeat(3)
                + "TENSORS t double\n" + six.repeat(9) + "TENSORS6 t6 double\n" + six.repeat(6)
                + "TEXTURE_COORDINATES tc 2 float\n" + six.repeat(2)
                + "COLOR_SCALARS rgb 3\n" + "0 0.5 1 .25 .001 2 ".repeat(3) + "\n"
                + "SCALARS s int 4\nLOOKUP_TABLE default\n" + six.repeat(4)
                + "GLOBAL_IDS g vtkIdType\n" + six + "PEDIGREE_IDS p vtkIdType\n" + six + "EDGE_FLAGS e int\n" + six
                + "FIELD f 3\nNULL_ARRAY\na 2 6 int\n" + six.repeat(2) + "b 1 6 float\n" + six;
        try (ImageSource source = open(folder, file)) {
            assertEquals(
                    List.of(
                            ArraySpec.cell("c", ScalarType.INT32),
                            ArraySpec.point("v", ScalarType.INT16).withComponents(3),
                            ArraySpec.point("n", ScalarType.FLOAT32).withComponents(3),
                            ArraySpec.point("t", ScalarType.FLOAT64).withComponents(9),
                            ArraySpec.point("t6", ScalarType.FLOAT64).withComponents(6),
                            ArraySpec.point("tc", ScalarType.FLOAT32).withComponents(2),
                            ArraySpec.point("rgb", ScalarType.UINT8).withComponents(3),
                            ArraySpec.point("s", ScalarType.INT32).withComponents(4),
                            ArraySpec.point("g", ScalarType.INT64),
                            ArraySpec.point("p", ScalarType.INT64),
                            ArraySpec.point("e", ScalarType.INT32),
                            ArraySpec.point("a", ScalarType.INT32).withComponents(2),
                            ArraySpec.point("b", ScalarType.FLOAT32)),
                    source.arrays());
            assertEquals(
                    List.of(
                            new ActiveArray(Association.CELL, ArrayRole.SCALARS, "c"),
                            new ActiveArray(Association.POINT, ArrayRole.VECTORS, "v"),
                            new ActiveArray(Association.POINT, ArrayRole.NORMALS, "n"),
                            new ActiveArray(Association.POINT, ArrayRole.TENSORS, "t"),
                            new ActiveArray(Association.POINT, ArrayRole.TCOORDS, "tc"),
                            new ActiveArray(Association.POINT, ArrayRole.SCALARS, "rgb"),
                            new ActiveArray(Association.POINT, ArrayRole.GLOBAL_IDS, "g"),
                            new ActiveArray(Association.POINT, ArrayRole.PEDIGREE_IDS, "p")),
                    source.activeArrays());
            assertEquals("7 8", text(source, "c"));
            assertEquals("0 128 255 64 0 255 0 128 255 64 0 255 0 128 255 64 0 255", text(source, "rgb"));
            assertEquals("1 2 3 4 5 6", text(source, "p"));
            assertEquals("1.0 2.0 3.0 4.0 5.0 6.0", text(source, "b"));
            assertEquals(List.of(), source.unreadable());
        }
    }

    @Test
    void windowsLineEndsAndOddSpaces() throws IOException {
        String file = HEADER
                + "POINT_DATA   6 \nSCALARS  s\tfloat 1 \n\n LOOKUP_TABLE default\n\n\n1\t2\n3  4 \n\n5 6  \n \n\n"
                + "METADATA\nCOMPONENT_NAMES\nname\n\n  CELL_DATA 2\nFIELD f 1\nt 1 2 int\n3\n4";
        try (ImageSource source = open(folder, file.replace("\n", "\r\n"))) {
            assertEquals("1.0 2.0 3.0 4.0 5.0 6.0", text(source, "s"));
            assertEquals("3 4", text(source, "t"));
            assertEquals(List.of("name"), source.arrays().get(0).componentNames());
        }
    }

    @Test
    void metadata() throws IOException {
        String file = HEADER + "POINT_DATA 6\nVECTORS v int\n" + "1 2 3 ".repeat(6) + """


                METADATA
                COMPONENT_NAMES
                a%20b

                %C3%A9
                INFORMATION 4
                NAME L2_NORM_RANGE LOCATION vtkDataArray
                DATA 2 0 17.5

                NAME UNITS_LABEL LOCATION vtkDataArray
                DATA m%20s
                NAME Words LOCATION Mine
                DATA 2
                one

                NAME Last LOCATION Mine
                DATA 1

                NORMALS n int
                """ + "1 2 3 ".repeat(6)
                + "metadata\ninformation 0\n\nFIELD f 1\nend 1 6 int 6 5 4 3 2 1 METADATA";
        try (ImageSource source = open(folder, file)) {
            assertEquals(List.of("a b", "", "é"), source.arrays().get(0).componentNames());
            assertEquals(List.of(), source.arrays().get(1).componentNames());
            assertEquals("6 5 4 3 2 1", text(source, "end"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a%20b, a b",
        "%41, A",
        "x%25y, x%y",
        "%C3%A9, é",
        "%E9, é",
        "%e9, é",
        "100%, 100",
        "ab%1, ab1",
        "a%4gz, a\u0004z",
        "50%_x, 50",
        "a%00b, a",
        "a%+1b, a",
        "a%0xb, a",
        "%, %",
        "%zz, %zz",
        "a%%20b, a b"
    })
    void names(String encoded, String expected) throws IOException {
        String file = HEADER + "POINT_DATA 6\nFIELD f 1\n" + encoded + " 1 6 int 1 2 3 4 5 6";
        try (ImageSource source = open(folder, file)) {
            assertEquals(expected, source.arrays().get(0).name());
        }
    }

    @Test
    void fieldsAreReadWhole() throws IOException {
        String file = HEADER.replace("DIMENSIONS", """
                FIELD FieldData 6
                words 1 3 string
                a%20b

                %C3%A9
                METADATA
                INFORMATION 0

                utf8 1 1 utf8_string
                x
                NULL_ARRAY
                none 3 0 float
                flags 2 2 bit
                1 0
                1 1
                nothing 0 0 int
                DIMENSIONS""");
        try (ImageSource source = open(folder, file)) {
            assertEquals(
                    List.of("words", "utf8", "none", "flags", "nothing"),
                    source.fields().stream().map(FieldArray::name).toList());
            assertEquals(
                    List.of("a b", "", "é"), source.fields().get(0).asStrings().values());
            assertEquals(List.of("x"), source.fields().get(1).asStrings().values());
            assertEquals(0, source.fields().get(2).tuples());
            assertArrayEquals(
                    new byte[] {1, 0, 1, 1}, source.fields().get(3).asNumbers().values(byte[].class));
            assertEquals(List.of(), source.unreadable());
        }
    }

    @Test
    void whatIsLeftOutIsPassedOver() throws IOException {
        String file = HEADER + "POINT_DATA 6\nFIELD f 5\nwords 1 2 string\none\ntwo\nfew 1 2 int\n1 2\n"
                + "odd 1 2 variant\n6 7\n13 x%20y\nlast 1 6 int 1 2 3 4 5 6\nlast 1 6 int 6 5 4 3 2 1\n"
                + "CELL_DATA 2\nPEDIGREE_IDS p string\na\nb\n";
        try (ImageSource source = open(folder, file)) {
            assertEquals(List.of(ArraySpec.point("last", ScalarType.INT32)), source.arrays());
            assertEquals("6 5 4 3 2 1", text(source, "last"));
            assertEquals(List.of(), source.activeArrays());
            List<String> why =
                    source.unreadable().stream().map(UnreadableArray::message).toList();
            assertEquals(4, why.size(), why.toString());
            assertTrue(why.get(0).contains("PointData 'words': found an array of type string"), why.get(0));
            assertTrue(why.get(1).contains("PointData 'few': found 2 tuples, expected 6"), why.get(1));
            assertTrue(why.get(2).contains("'odd': found an array of type variant"), why.get(2));
            assertTrue(why.get(3).contains("CellData 'p'"), why.get(3));
            assertEquals(1, source.notes().size(), source.notes().toString());
            String note = source.notes().get(0).message();
            assertTrue(note.contains("PointData 'last': only the last of several arrays with this name"), note);
        }
    }
}
