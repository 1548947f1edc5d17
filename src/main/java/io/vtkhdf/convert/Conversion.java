package io.vtkhdf.convert;

import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Writes an image of any source as VTKHDF: one array after the other, slab by slab, in memory that does not grow with
 * the image. So a file is converted, or a VTKHDF file compressed otherwise:
 *
 * <pre>{@code
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     Conversion.of(source).to(Path.of("scan.vtkhdf"), WriteOptions.defaults().withStorage(Storage.gzip(1)));
 * }
 * }</pre>
 *
 * <p>Geometry, arrays, component names, fields and active arrays are kept, but for what VTK does not read in VTKHDF:
 * {@code /} and {@code .} in names become {@code _}, empty lists of strings and roles that do not suit an array's
 * number of components are left out, and the extent starts at 0 unless the options keep it.
 *
 * <p>Immutable, but for being {@linkplain #cancel() cancelled}. Not thread-safe, but for that.
 */
public final class Conversion {

    private final ImageSource source;
    private final boolean isChosen;
    private final ProgressListener listener;
    private final Converter converter;

    private Conversion(ImageSource source, boolean isChosen, ProgressListener listener) {
        this.source = source;
        this.isChosen = isChosen;
        this.listener = listener;
        this.converter = new Converter(source).listener(listener);
    }

    /** A conversion of the whole image. The source stays open, and the caller's to close. */
    public static Conversion of(ImageSource source) {
        return new Conversion(source, false, (done, total) -> {});
    }

    /** Of these point and cell arrays only, and all field arrays; what else the source cannot read does not matter. */
    public Conversion withArrays(Predicate<ArraySpec> wanted) {
        List<ArraySpec> arrays = source.arrays().stream().filter(wanted).toList();
        return new Conversion(new SelectedArrays(source, arrays), true, listener);
    }

    /** Who is to hear of the progress. */
    public Conversion withListener(ProgressListener value) {
        return new Conversion(source, isChosen, value);
    }

    /**
     * Writes the image, all of it, to a file that appears when it is complete. If anything ends that before, what was
     * committed stays, as with every {@link io.vtkhdf.write.ImageDataWriter}, and can be resumed; a source that the
     * options name keeps it apart from what was begun from another file.
     *
     * @param file none that the source reads
     * @throws io.vtkhdf.error.CorruptFileException if one of the source's {@linkplain ImageSource#unreadable
     *     unreadable} arrays is broken, and none were {@linkplain #withArrays chosen}; those that are merely of another
     *     kind than this library reads are left out
     * @throws UnsupportedFileException if all arrays are of such a kind, or if the oldest reader that the options ask
     *     for would not read one
     * @throws io.vtkhdf.error.ChangedFileException if a file of the source was changed meanwhile
     * @throws java.nio.file.FileAlreadyExistsException if the file exists, or slices of it, and the options do not say
     *     what becomes of them
     * @throws CancellationException if it was {@linkplain #cancel cancelled}
     * @throws IllegalArgumentException if two arrays would get the same name, or one is larger than can be written
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    public void to(Path file, WriteOptions options) throws IOException {
        List<UnreadableArray> unreadable = isChosen ? List.of() : source.unreadable();
        for (UnreadableArray array : unreadable) {
            if (array.isBroken() || source.arrays().isEmpty() && array.association() != Association.FIELD) {
                throw array.reason();
            }
        }
        converter.copyTo(new VtkhdfTarget(file, options));
    }

    /**
     * Ends what is under way at once, from whichever thread, unless the file has appeared already, and whatever is
     * begun later. It acts on this object only, not on those made from it by {@code with…}.
     */
    public void cancel() {
        converter.cancel();
    }
}
