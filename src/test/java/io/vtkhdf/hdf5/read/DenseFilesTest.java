package io.vtkhdf.hdf5.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links and attributes in fractal heaps whose blocks are missing, large, or in many rows. */
class DenseFilesTest {

    @Test
    void linksAndAttributesAreThoseThatH5pyReads() throws IOException, URISyntaxException {
        Path expected =
                Path.of(DenseFilesTest.class.getResource("/dense/expected.tsv").toURI());
        assertEquals(List.of(), DenseFiles.wrong(expected));
    }
}
