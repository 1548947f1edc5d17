package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.Commits;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a subject, or what is missing of it, and tells of each commit: a program that is to be killed. */
final class KillVictim implements Progress {

    /** What is printed when the file is open. */
    static final String OPEN = "open";

    /** Printed before what earlier runs had written. */
    static final String FOUND = "found ";

    /** Printed before what has been written since this was last printed, and is committed. */
    static final String COMMITTED = "committed ";

    private static final int COMMIT_SLICES = 50;

    private SliceSets written = new SliceSets();

    private KillVictim() {}

    static Subject subject(Subjects kind) {
        return kind.of(24, 20, 8, 30);
    }

    public static void main(String[] args) throws IOException {
        new KillVictim().write(subject(Subjects.valueOf(args[1])), Path.of(args[0]));
    }

    private void write(Subject subject, Path file) throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withResume(true)
                .withThreads(2)
                .withMemory(1 << 16)
                .withCommits(Commits.everySlices(9));
        try (SubjectWriter writer = subject.open(file, options, this)) {
            System.out.println(OPEN);
            List<SubjectSlice> slices = writer.next();
            System.out.println(FOUND + writer.found().toLine());
            int count = 0;
            for (; !slices.isEmpty(); slices = writer.next()) {
                for (SubjectSlice slice : slices) {
                    slice.write(this);
                    if (++count % COMMIT_SLICES == 0) {
                        writer.commit();
                        System.out.println(COMMITTED + written.toLine());
                        written = new SliceSets();
                    }
                }
            }
            writer.finish();
        }
    }

    @Override
    public void started(String what, int number) {}

    @Override
    public void done(String what, int number) {
        written.add(what, number);
    }
}
