package io.vtkhdf.tests.vtk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of sample files that {@code -Dvtkhdf.data} names. */
final class SampleData {

    private SampleData() {}

    /** Those of its files whose names end so; none if no folder is named. */
    static Stream<Path> files(String extension) throws IOException {
        String data = System.getProperty("vtkhdf.data", "");
        if (data.isEmpty()) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(data))) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList().stream();
        }
    }
}
