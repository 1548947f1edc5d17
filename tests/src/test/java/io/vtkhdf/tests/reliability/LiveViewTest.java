package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is being written is, whenever it is opened, a consistent image, or a series of whole steps. */
class LiveViewTest {

    private static final int STEPS = Campaign.isLong() ? 200 : 60;

    @TempDir
    private Path folder;

    private static Subject subject(Subjects kind) {
        return kind == Subjects.IMAGE ? Specimen.of(9, 8, 150) : kind.of(7, 6, 4, STEPS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void byThisLibrary(Subjects kind) throws Exception {
        watch("this library", kind, subject(kind));
    }

    @Test
    @Tag("h5py")
    void byH5py() throws Exception {
        try (H5pyOnlooker h5py = new H5pyOnlooker((Specimen) subject(Subjects.IMAGE))) {
            watch("h5py", Subjects.IMAGE, h5py);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GROWING_SERIES", "KNOWN_SERIES", "APPENDED_H5PY"})
    @Tag("h5py")
    void seriesByH5py(Subjects kind) throws Exception {
        try (SeriesOnlooker h5py = SeriesOnlooker.h5py(series())) {
            watch("h5py", kind, h5py);
        }
    }

    /** By releases from 9.5 on. */
    @ParameterizedTest
    @EnumSource(names = {"GROWING_SERIES", "KNOWN_SERIES", "APPENDED_IMAGE"})
    @Tag("wheel")
    void seriesByVtk(Subjects kind) throws Exception {
        for (String wheel : SeriesOnlooker.wheels()) {
            try (SeriesOnlooker vtk = SeriesOnlooker.vtk(series(), wheel)) {
                watch(SeriesOnlooker.nameOf(wheel), kind, vtk);
            }
        }
    }

    private static SeriesSpecimen series() {
        return (SeriesSpecimen) subject(Subjects.GROWING_SERIES);
    }

    private void watch(String name, Subjects kind, Onlooker onlooker) throws Exception {
        int openings = 0;
        int rounds = Campaign.rounds(1);
        for (int round = 0; round < rounds; round++) {
            openings += new LiveView(subject(kind), folder).watch(onlooker);
            Files.delete(Subject.output(folder));
        }
        assertTrue(openings > rounds, "opened " + openings + " times");
        Campaign.report("live", openings + " openings by " + name + " of " + rounds + " files being written, " + kind);
    }
}
