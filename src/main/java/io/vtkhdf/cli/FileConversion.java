package io.vtkhdf.cli;

import io.vtkhdf.ImageSource;
import io.vtkhdf.convert.Converter;
import io.vtkhdf.convert.ImageTarget;
import io.vtkhdf.convert.ProgressListener;
import io.vtkhdf.convert.Sources;
import io.vtkhdf.convert.VtkhdfTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The conversion of one file.
 *
 * @param isFolderToCome whether the output's folder would be created first, so that nothing can be in it
 */
record FileConversion(Path input, ImageTarget target, ArraySelection selection, long readMemory, boolean isFolderToCome)
        implements FileCommand {

    @Override
    public String files() {
        return input + " to " + target.file();
    }

    /** What an output is told of. */
    interface Step<T> {
        T run(ImageSource image) throws IOException;
    }

    /**
     * Converts the file.
     *
     * @param say hears of warnings
     * @return a line about what was done, and the bytes of values
     */
    Done convert(ProgressListener listener, BooleanSupplier cancelled, Consumer<String> say) throws IOException {
        long start = System.nanoTime();
        return checked(say, image -> {
            Converter converter =
                    new Converter(image).memory(readMemory).listener(listener).cancelledBy(cancelled);
            converter.copyTo(target);
            double seconds = (System.nanoTime() - start) / 1e9;
            String note = target instanceof VtkhdfTarget ? ReaderNote.of(target.file()) : "";
            return new Done(shape(image), converter.totalBytes(), seconds, note);
        });
    }

    /**
     * @param bytes the size of the values
     * @param readers which readers do not read the file; may be empty
     */
    record Done(String shape, long bytes, double seconds, String readers) {}

    /** Tells what {@link #convert} would write. */
    Preview preview(Consumer<String> say) throws IOException {
        return checked(say, image -> Preview.of(shape(image), image, target));
    }

    private <T> T checked(Consumer<String> say, Step<T> step) throws IOException {
        requireDifferentFiles();
        if (!isFolderToCome) {
            target.requireCreatable();
        }
        try (ImageSource all = Sources.open(input)) {
            ImageSource image = selection.of(input, all);
            StoredNames.requireDistinct(input, image, target::storedName);
            LeftOut.lines(all.unsupportedArrays()).forEach(say);
            image.notes().forEach(note -> say.accept(note.message()));
            target.changes(image).forEach(change -> say.accept(input + ": " + change));
            return step.run(image);
        }
    }

    private void requireDifferentFiles() throws IOException {
        Path output = target.file();
        Path part = target.writtenFile();
        if (SameFile.is(input, output)) {
            throw new IllegalArgumentException("INPUT and OUTPUT are the same file, " + output);
        } else if (SameFile.is(input, part)) {
            throw new IllegalArgumentException(
                    "INPUT is " + part + ", the file that OUTPUT is first written to; rename INPUT or OUTPUT");
        }
    }

    private static String shape(ImageSource image) {
        int arrays = image.arrays().size();
        return image.geometry().dimensions() + " points, " + arrays + (arrays == 1 ? " array" : " arrays");
    }
}
