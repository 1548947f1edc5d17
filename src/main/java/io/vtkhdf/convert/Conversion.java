package io.vtkhdf.convert;

import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.copy.VtkhdfSeriesTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Writes an image of any source as VTKHDF, or a series of them: one array after the other, slab by slab, in memory that
 * does not grow with the image. So a file is converted, or a VTKHDF file compressed otherwise:
 *
 * <pre>{@code
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     Conversion.of(source).to(Path.of("scan.vtkhdf"), WriteOptions.defaults().withStorage(Storage.gzip(1)));
 * }
 * }</pre>
 *
 * <p>And so is a series:
 *
 * <pre>{@code
 * try (ImageSeries series = ImageSources.openSeries(Path.of("scan.pvd"))) {
 *     Conversion.of(series).to(Path.of("scan.vtkhdf"), WriteOptions.defaults().withStorage(Storage.fast()));
 * }
 * }</pre>
 *
 * <p>Its steps are alike in geometry and arrays, and each is opened once before anything is written. A field array that
 * not all of them have is left out; {@code TimeValue} becomes the time of the step. What a source stores once for
 * several steps is stored once if these follow each other.
 *
 * <p>Geometry, arrays, component names, fields and active arrays are kept, but for what VTK does not read in VTKHDF:
 * {@code /} and {@code .} in names become {@code _}, empty lists of strings and roles that do not suit an array's
 * number of components are left out, and the extent starts at 0 unless the options keep it.
 *
 * <p>Immutable, but for being {@linkplain #cancel() cancelled}. Not thread-safe, but for that.
 */
public final class Conversion {

    private final Steps steps;
    private final Optional<Predicate<ArraySpec>> chosen;
    private final ProgressListener listener;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    /** Null until it has begun. */
    private volatile Converter converter;

    /** Makes what is copied, of the arrays that are wanted. */
    private interface Steps {
        void copy(Conversion conversion, Path file, WriteOptions options) throws IOException;
    }

    private Conversion(Steps steps, Optional<Predicate<ArraySpec>> chosen, ProgressListener listener) {
        this.steps = steps;
        this.chosen = chosen;
        this.listener = listener;
    }

    /** A conversion of the whole image. The source stays open, and the caller's to close. */
    public static Conversion of(ImageSource source) {
        return new Conversion(
                (conversion, file, options) ->
                        conversion.copy(new Converter(conversion.selected(source)), new VtkhdfTarget(file, options)),
                Optional.empty(),
                (done, total) -> {});
    }

    /** A conversion of all steps. The series stays open, and the caller's to close. */
    public static Conversion of(ImageSeries series) {
        return new Conversion(
                (conversion, file, options) -> {
                    AlikeSteps alike = new AlikeSteps(series, (name, image) -> conversion.selected(image));
                    FieldsOfSteps fields = new FieldsOfSteps();
                    alike.lookAtAll((step, image) -> fields.add(image));
                    conversion.copy(
                            new Converter(alike),
                            new VtkhdfSeriesTarget(file, options, VtkhdfSeriesTarget.Mode.CREATE).withFields(fields));
                },
                Optional.empty(),
                (done, total) -> {});
    }

    /** Of these point and cell arrays only, and all field arrays; what else the source cannot read does not matter. */
    public Conversion withArrays(Predicate<ArraySpec> wanted) {
        return new Conversion(
                steps, Optional.of(chosen.map(before -> before.and(wanted)).orElse(wanted)), listener);
    }

    /** Who is to hear of the progress. */
    public Conversion withListener(ProgressListener value) {
        return new Conversion(steps, chosen, Objects.requireNonNull(value, "listener"));
    }

    /**
     * Writes the image, or all steps, to a file that appears when it is complete. If anything ends that before, what
     * was committed stays, as with every {@link io.vtkhdf.write.ImageDataWriter}, and can be resumed; a source that the
     * options name keeps it apart from what was begun from another file.
     *
     * @param file none that the source reads
     * @throws io.vtkhdf.error.CorruptFileException if one of the source's {@linkplain ImageSource#unreadable
     *     unreadable} arrays is broken, and none were {@linkplain #withArrays chosen}; those that are merely of another
     *     kind than this library reads are left out
     * @throws UnsupportedFileException if all arrays are of such a kind, or if the oldest reader that the options ask
     *     for would not read one, or if the steps are not alike
     * @throws io.vtkhdf.error.ChangedFileException if a file of the source was changed meanwhile
     * @throws java.nio.file.FileAlreadyExistsException if the file exists, or slices of it, and the options do not say
     *     what becomes of them
     * @throws CancellationException if it was {@linkplain #cancel cancelled}
     * @throws IllegalArgumentException if two arrays would get the same name, or one is larger than can be written
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public void to(Path file, WriteOptions options) throws IOException {
        steps.copy(this, file, options);
    }

    private ImageSource selected(ImageSource source) throws IOException {
        List<UnreadableArray> unreadable = chosen.isPresent() ? List.of() : source.unreadable();
        for (UnreadableArray array : unreadable) {
            if (array.isBroken() || source.arrays().isEmpty() && array.association() != Association.FIELD) {
                throw array.reason();
            }
        }
        return new SelectedArrays(
                source,
                source.arrays().stream().filter(chosen.orElse(array -> true)).toList());
    }

    private void copy(Converter made, SeriesTarget target) throws IOException {
        converter = made.listener(listener);
        if (cancelled.get()) {
            made.cancel();
        }
        made.copyTo(target);
    }

    /**
     * Ends what is under way at once, from whichever thread, unless the file has appeared already, and whatever is
     * begun later. It acts on this object only, not on those made from it by {@code with…}.
     */
    public void cancel() {
        cancelled.set(true);
        Converter underWay = converter;
        if (underWay != null) {
            underWay.cancel();
        }
    }
}
