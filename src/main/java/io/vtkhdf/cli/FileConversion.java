package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Existing;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.FolderOptions;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.Output;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.copy.ReferredFiles;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.ResumeMismatchException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The conversion of one file.
 *
 * @param isFolderToCome whether the output's folder is created when there is something to write, so that nothing can be
 *     in it before
 * @param existing what becomes of a file that is there
 * @param overwrites whether what an interrupted run has left of the output may be replaced
 */
record FileConversion(
        Input input,
        Output output,
        Wanted wanted,
        long readMemory,
        boolean isFolderToCome,
        Existing existing,
        boolean overwrites)
        implements FileCommand {

    private static final String REPLACED = "--overwrite replaces it";

    @Override
    public String files() {
        return input.path() + " to " + output.file();
    }

    /** What an output is told of. */
    interface Step<T> {
        T run(OpenedInput source, SeriesTarget target) throws IOException;
    }

    /**
     * Converts the file.
     *
     * @param say hears of warnings
     * @return a line about what was done, and the bytes of values
     */
    Done convert(ProgressListener listener, InterruptGuard guard, Consumer<String> say) throws IOException {
        long start = System.nanoTime();
        return checked(say, (source, target) -> {
            Converter converter =
                    source.converter().memory(readMemory).listener(listener).warnings(say);
            if (isFolderToCome) {
                Files.createDirectories(target.file().toAbsolutePath().getParent());
            }
            Converter.Copied copied = guard.unlessInterrupted(converter::cancel, () -> copy(converter, target, say));
            wanted.clamped().lines().forEach(line -> say.accept(input.path() + ": " + line));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Done(
                    source.shape(),
                    copied.bytes(),
                    copied.bytesBefore(),
                    seconds,
                    target.size(),
                    ReaderNote.of(source.image(), target));
        });
    }

    private Converter.Copied copy(Converter converter, SeriesTarget target, Consumer<String> say) throws IOException {
        try {
            return converter.copyTo(target);
        } catch (ResumeMismatchException e) {
            throw ResumeAdvice.of(e, target);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (converter.hasBegun() && ResumeAdvice.isWorthwhile(e)) {
                leftover(target, adviceAfter(target, e)).ifPresent(say);
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
        if (existing.staysIfCurrent()) {
            return isCurrent();
        }
        if (isFolderToCome || !output.any().isComplete()) {
            return false;
        }
        try (OpenedInput source = OpenedInput.of(input, wanted, output.isAlwaysSeries())) {
            FieldsOfSteps fields = new FieldsOfSteps();
            source.lookAtAll((name, image) -> fields.add(image));
            SeriesTarget target = target(source).withFields(fields);
            InputChecks.requireOlder(input.path(), source, target.file(), REPLACED);
            Optional<String> difference = source.difference(target);
            if (difference.isPresent()) {
                throw new FileAlreadyExistsException(
                        target.file().toString(),
                        null,
                        "is complete, but not what " + input.path() + " becomes: " + difference.get() + "; "
                                + REPLACED);
            }
        }
        return true;
    }

    /** Whether the output is no older than the input, finished, and what the input becomes, as far as that is told. */
    private boolean isCurrent() throws IOException {
        Path file = output.file();
        if (isFolderToCome || !Files.isRegularFile(file)) {
            return false;
        }
        try (OpenedInput source = OpenedInput.of(input, wanted, output.isAlwaysSeries())) {
            FieldsOfSteps fields = new FieldsOfSteps();
            source.lookAtAll((name, image) -> fields.add(image));
            SeriesTarget target = target(source).withFields(fields);
            InputChecks.requireOlder(input.path(), source, file, REPLACED);
            return !(existing == Existing.RENEWED && InputChecks.isNamedAfter(input.path(), source, file))
                    && (!FolderOptions.isImage(file)
                            || source.difference(target).isEmpty());
        } catch (FileSystemException | FileContentException e) {
            return false; // Whoever reads the input is told what is wrong with it.
        }
    }

    private SeriesTarget target(OpenedInput source) {
        return source.isSeries() ? output.ofSeries() : output.ofImage();
    }

    String completeAlready() {
        return output.file() + ": complete already";
    }

    private static String adviceAfter(SeriesTarget target, Throwable failure) {
        return failure instanceof ChangedFileException
                ? ", though it may hold values of before and after the change; "
                        + (target.appends() ? ResumeAdvice.anew(target) : REPLACED)
                : ": " + target.resumingOptions() + " goes on with it";
    }

    private static Optional<String> leftover(SeriesTarget target, String advice) {
        try {
            return target.leftover().map(left -> target.writtenFile() + " is kept" + advice);
        } catch (IOException e) {
            return Optional.empty(); // The failure that led here counts for more.
        }
    }

    /** Tells what {@link #convert} would write. */
    Preview preview(Consumer<String> say) throws IOException {
        return checked(say, (source, target) -> {
            try {
                return Preview.of(source, target);
            } catch (ResumeMismatchException e) {
                throw ResumeAdvice.of(e, target);
            }
        });
    }

    private <T> T checked(Consumer<String> say, Step<T> step) throws IOException {
        requireDifferentFiles();
        if (!isFolderToCome) {
            output.any().requireCreatable();
            requireNothingLeft();
        }
        try (OpenedInput source = OpenedInput.of(input, wanted, output.isAlwaysSeries())) {
            SeriesTarget plain = target(source);
            FieldsOfSteps fields = new FieldsOfSteps();
            source.lookAtAll((name, image) -> {
                InputChecks.requireSlices(name, image);
                StoredNames.requireDistinct(name, image, plain::storedName);
                source.warnings(name, image, plain.file()).forEach(say);
                fields.add(image);
            });
            SeriesTarget target = plain.withFields(fields);
            requireNotRead(source, target);
            if (existing == Existing.INPUT) {
                InputChecks.requireWhole(input.path(), source);
            }
            SeriesTarget marked = target.madeFrom(source.mark());
            if (target.isResumable() && !target.appends()) {
                InputChecks.requireOlder(input.path(), source, target.writtenFile(), ResumeAdvice.anew(target));
            }
            target.changes(source.image()).forEach(change -> say.accept(input.path() + ": " + change));
            marked.requireWritable(source.image());
            return step.run(source, marked);
        }
    }

    /** What may replace a finished output does not replace what can be gone on with. */
    private void requireNothingLeft() throws IOException {
        SeriesTarget target = output.any();
        if (!existing.isReplaced() || overwrites || target.isResumable()) {
            return;
        }
        Optional<Leftover> left = target.leftover();
        if (left.isPresent()) {
            throw new FileAlreadyExistsException(
                    target.writtenFile().toString(),
                    null,
                    "is " + left.get() + ": " + target.resumingOptions() + " goes on with it, --overwrite replaces it");
        }
    }

    private void requireDifferentFiles() throws IOException {
        Path file = output.file();
        if (existing == Existing.INPUT) {
            return;
        }
        Path part = output.any().writtenFile();
        for (Path read : input.files()) {
            if (SameFile.is(read, file)) {
                throw new IllegalArgumentException("INPUT and OUTPUT are the same file, " + file);
            } else if (SameFile.is(read, part)) {
                throw new IllegalArgumentException(
                        "INPUT is " + part + ", the file that OUTPUT is first written to; rename INPUT or OUTPUT");
            }
        }
    }

    private void requireNotRead(OpenedInput source, SeriesTarget target) throws IOException {
        Set<Path> all = new LinkedHashSet<>(input.files());
        all.addAll(source.otherFiles());
        if (Files.exists(target.file()) || Files.exists(target.writtenFile())) {
            all.addAll(ReferredFiles.of(all)); // A part may have parts itself.
        }
        for (Path read : all) {
            boolean isReplaced = existing == Existing.INPUT && SameFile.is(read, input.path());
            if (!isReplaced && target.overwrites(read)) {
                throw new IllegalArgumentException(
                        target.file() + ": OUTPUT would overwrite " + read + ", which is read; give it another name");
            }
        }
        for (Path missing : source.missingFiles()) {
            if (SameFile.isPlace(missing, target.file())) {
                throw new IllegalArgumentException(target.file() + ": OUTPUT would be found as a part of "
                        + input.path() + " that is missing now; give it another name");
            }
        }
    }
}
