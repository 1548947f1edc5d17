package io.vtkhdf.write;

import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Group;
import java.io.IOException;
import java.util.Optional;

/** What a commit makes the content of a file. Called by one thread at a time, while nobody writes. */
interface FileContents {

    /** Told when all that was written so far has come to stand in the file. */
    void settle() throws IOException;

    /** The tree of what stands in the file. */
    Group root() throws IOException;

    /** Told after the first commit: see {@link ImageTree#open}. */
    void open(Optional<String> source);

    /** Told before the last commit: see {@link ImageTree#finish}. */
    void finish();

    /** A single image, whose tree others change. */
    static FileContents of(ImageTree tree) {
        return new FileContents() {
            @Override
            public void settle() {
                // Its tree says itself what stands in the file.
            }

            @Override
            public Group root() {
                return tree.root();
            }

            @Override
            public void open(Optional<String> source) {
                tree.open(source);
            }

            @Override
            public void finish() {
                tree.finish();
            }
        };
    }
}
