package io.vtkhdf.cli;

import io.vtkhdf.ImageSource;
import io.vtkhdf.convert.Converter;
import io.vtkhdf.convert.ImageTarget;
import io.vtkhdf.convert.ProgressListener;
import io.vtkhdf.convert.Sources;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
            long copied = converter.copyTo(target);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Done(
                    shape(image), copied, converter.totalBytes() - copied, seconds, ReaderNote.of(image, target));
        });
    }

    /**
     * @param bytes the size of the values that were converted
     * @param bytesBefore the size of those that were there already
     * @param readers which readers do not read the file; may be empty
     */
    record Done(String shape, long bytes, long bytesBefore, double seconds, String readers) {}

    /** Whether nothing is to be done. */
    boolean isComplete() throws IOException {
        if (isFolderToCome || !target.isComplete()) {
            return false;
        }
        requireOlder(input, target.file());
        try (ImageSource image = Sources.open(input)) {
            requireOlder(image, target.file());
        }
        return true;
    }

    String completeAlready() {
        return target.file() + ": complete already";
    }

    /** If the conversion has failed: what is to be said of what is left. */
    Optional<String> leftover() {
        try {
            return target.leftover().map(left -> target.writtenFile() + " is kept: --resume goes on with it");
        } catch (IOException e) {
            return Optional.empty(); // The failure that led here counts for more.
        }
    }

    /** Tells what {@link #convert} would write. */
    Preview preview(Consumer<String> say) throws IOException {
        return checked(say, image -> Preview.of(shape(image), image, target));
    }

    private <T> T checked(Consumer<String> say, Step<T> step) throws IOException {
        requireDifferentFiles();
        if (!isFolderToCome) {
            target.requireCreatable();
            requireOlder(input, target.writtenFile());
            warnOfLoss(say);
        }
        try (ImageSource all = Sources.open(input)) {
            requireOlder(all, target.writtenFile());
            ImageSource image = selection.of(input, all);
            StoredNames.requireDistinct(input, image, target::storedName);
            LeftOut.lines(all.unsupportedArrays()).forEach(say);
            image.notes().forEach(note -> say.accept(note.message()));
            target.changes(image).forEach(change -> say.accept(input + ": " + change));
            return step.run(image);
        }
    }

    private void warnOfLoss(Consumer<String> say) throws IOException {
        if (!target.isResumable()) {
            target.leftover()
                    .ifPresent(left -> say.accept(
                            target.writtenFile() + ": " + left + " is replaced; --resume would have gone on with it"));
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

    private void requireOlder(ImageSource image, Path earlier) throws IOException {
        for (Path piece : image.otherFiles()) {
            requireOlder(piece, earlier);
        }
    }

    /** What has been converted already is of no use if a file of the input was changed since. */
    private void requireOlder(Path source, Path earlier) throws IOException {
        if (target.isResumable()
                && Files.exists(earlier)
                && Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(earlier)) > 0) {
            throw new FileSystemException(
                    source.toString(),
                    null,
                    "was changed after " + earlier + " was written; delete that to begin anew");
        }
    }

    private static String shape(ImageSource image) {
        int arrays = image.arrays().size();
        return image.geometry().dimensions() + " points, " + arrays + (arrays == 1 ? " array" : " arrays");
    }
}
