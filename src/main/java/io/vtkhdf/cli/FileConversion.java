package io.vtkhdf.cli;

import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compare.FinishedOutput;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.ImageTarget;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.InputReach;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.ResumeMismatchException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversion of one file.
 *
 * @param isFolderToCome whether the output's folder is created when there is something to write, so that nothing can be
 *     in it before
 */
record FileConversion(
        Path input,
        InputReach reach,
        ImageTarget target,
        ArraySelection selection,
        long readMemory,
        boolean isFolderToCome)
        implements FileCommand {

    private static final String REPLACED = "--overwrite replaces it";

    @Override
    public String files() {
        return input + " to " + target.file();
    }

    /** What an output is told of. */
    interface Step<T> {
        T run(ImageSource image, ImageTarget output) throws IOException;
    }

    /**
     * Converts the file.
     *
     * @param say hears of warnings
     * @return a line about what was done, and the bytes of values
     */
    Done convert(ProgressListener listener, InterruptGuard guard, Consumer<String> say) throws IOException {
        long start = System.nanoTime();
        return checked(say, (image, output) -> {
            Converter converter =
                    new Converter(image).memory(readMemory).listener(listener).warnings(say);
            if (isFolderToCome) {
                Files.createDirectories(target.file().toAbsolutePath().getParent());
            }
            long copied = guard.unlessInterrupted(converter::cancel, () -> copy(converter, output, say));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Done(
                    shape(image),
                    copied,
                    converter.totalBytes() - copied,
                    seconds,
                    Files.size(target.file()),
                    ReaderNote.of(image, target));
        });
    }

    private long copy(Converter converter, ImageTarget output, Consumer<String> say) throws IOException {
        try {
            return converter.copyTo(output);
        } catch (ResumeMismatchException e) {
            throw ResumeAdvice.of(e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (converter.hasBegun() && ResumeAdvice.isWorthwhile(e)) {
                leftover(adviceAfter(e)).ifPresent(say);
            }
            throw e;
        }
    }

    /**
     * @param bytes the size of the values that were converted
     * @param bytesBefore the size of those that were there already
     * @param fileBytes the size of the file
     * @param readers which readers do not read the file; may be empty
     */
    record Done(String shape, long bytes, long bytesBefore, double seconds, long fileBytes, String readers) {}

    /**
     * Whether nothing is to be done: the output is there, finished, and is what would be written as far as that can be
     * told without its values.
     *
     * @throws FileAlreadyExistsException if it is something else
     */
    boolean isComplete() throws IOException {
        requireDifferentFiles();
        if (isFolderToCome || !target.isComplete()) {
            return false;
        }
        try (ImageSource all = ImageSources.open(input, reach)) {
            requireOlder(all, target.file(), REPLACED);
            Optional<String> difference = FinishedOutput.difference(selection.of(input, all), target);
            if (difference.isPresent()) {
                throw new FileAlreadyExistsException(
                        target.file().toString(),
                        null,
                        "is complete, but not what " + input + " becomes: " + difference.get() + "; " + REPLACED);
            }
        }
        return true;
    }

    String completeAlready() {
        return target.file() + ": complete already";
    }

    private String adviceAfter(Throwable failure) {
        return failure instanceof ChangedFileException
                ? ", though it may hold values of before and after the change; " + REPLACED
                : ": " + goingOn() + " goes on with it";
    }

    private Optional<String> leftover(String advice) {
        try {
            return target.leftover().map(left -> target.writtenFile() + " is kept" + advice);
        } catch (IOException e) {
            return Optional.empty(); // The failure that led here counts for more.
        }
    }

    /** Tells what {@link #convert} would write. */
    Preview preview(Consumer<String> say) throws IOException {
        return checked(say, (image, output) -> {
            try {
                return Preview.of(shape(image), output.storable(image), output);
            } catch (ResumeMismatchException e) {
                throw ResumeAdvice.of(e);
            }
        });
    }

    private <T> T checked(Consumer<String> say, Step<T> step) throws IOException {
        requireDifferentFiles();
        if (!isFolderToCome) {
            target.requireCreatable();
        }
        try (ImageSource all = ImageSources.open(input, reach)) {
            ImageSource image = selection.of(input, all);
            ImageTarget output = markedOutput(all);
            if (target.isResumable()) {
                requireOlder(all, target.writtenFile(), ResumeAdvice.ANEW);
            }
            StoredNames.requireDistinct(input, image, target::storedName);
            LeftOut.lines(all.unreadable()).forEach(say);
            image.notes().forEach(note -> say.accept(note.message()));
            UnfinishedWords.warning(input, image)
                    .ifPresent(line -> say.accept(line + ", and " + target.file() + " will not tell"));
            target.changes(image).forEach(change -> say.accept(input + ": " + change));
            output.requireWritable(image);
            return step.run(image, output);
        }
    }

    private ImageTarget markedOutput(ImageSource all) throws IOException {
        ImageTarget output = target.madeFrom(InputMark.of(input, all.otherFiles()));
        // So that it is the mark of what was opened.
        all.requireUnchanged();
        return output;
    }

    /** The options that go on with what there is of the output. */
    private String goingOn() {
        return target.writtenFile().equals(target.file()) ? "--resume --in-place" : "--resume";
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

    private void requireOlder(ImageSource image, Path earlier, String advice) throws IOException {
        requireOlder(input, earlier, advice);
        for (Path piece : image.otherFiles()) {
            requireOlder(piece, earlier, advice);
        }
    }

    /** What has been converted already is of no use if a file of the input was changed since. */
    private static void requireOlder(Path source, Path earlier, String advice) throws IOException {
        if (Files.exists(earlier)
                && Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(earlier)) > 0) {
            throw new FileSystemException(
                    source.toString(), null, "was changed after " + earlier + " was written; " + advice);
        }
    }

    private static String shape(ImageSource image) {
        int arrays = image.arrays().size();
        return image.geometry().dimensions() + " points, " + arrays + (arrays == 1 ? " array" : " arrays");
    }
}
