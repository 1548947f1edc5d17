package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Holds what h5dump prints of a file, and the values that it extracts, against what is in the file. */
final class H5dumpJudge {

    private static final Pattern TYPE =
            Pattern.compile("ATTRIBUTE \"Type\" \\{\\s+DATATYPE  H5T_STRING \\{\\s+STRSIZE 9;"
                    + "\\s+STRPAD H5T_STR_NULLPAD;\\s+CSET H5T_CSET_ASCII;\\s+CTYPE H5T_C_S1;\\s+\\}\\s+DATASPACE  SCALAR"
                    + "\\s+DATA \\{\\s+\\(0\\): \"ImageData\"");

    private final Path scratch;

    H5dumpJudge(Path scratch) {
        this.scratch = scratch;
    }

    void judge(RandomImage image, Path file) throws Exception {
        judge(image.arrays(), file);
    }

    void judge(List<RandomArray> arrays, Path file) throws Exception {
        String header = Tool.runH5dump(scratch, file, "-A", "-p");
        assertTrue(
                TYPE.matcher(header).find(), () -> "Type in " + header.substring(0, Math.min(2000, header.length())));
        String all = Tool.runH5dump(scratch, file);
        assertTrue(all.startsWith("HDF5 \"" + file + "\""), "h5dump of everything");
        for (RandomArray array : arrays) {
            if (isPlain(array.storedName())) {
                judgeValues(array, file);
            }
        }
    }

    /** Other names mean something to h5dump's own options. */
    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z0-9_ ]+");
    }

    private void judgeValues(RandomArray array, Path file) throws IOException, InterruptedException {
        Path values = scratch.resolve("h5dump-values.bin");
        String path = "/VTKHDF/" + array.spec().association().groupName() + "/" + array.storedName();
        Tool.runH5dump(scratch, file, "-d", path, "-b", "LE", "-o", values.toString());
        Bits.requireEqual(array.bytes(), Files.readAllBytes(values), "h5dump, " + array);
        Files.delete(values);
    }
}
