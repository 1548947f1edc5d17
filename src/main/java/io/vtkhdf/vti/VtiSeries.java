package io.vtkhdf.vti;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a VTK XML image file whose {@code ImageData} has {@code TimeValues}; of a file without, its one image.
 *
 * <p>An array has the attribute {@code TimeStep}, which lists the steps that it holds for; without it, it holds for
 * all. Several arrays may have one name, for different steps, and stand at one {@code offset}: then their values are
 * stored once. This is what VTK's {@code vtkXMLDataReader} goes by. The XML is read once, when the file is opened.
 */
public final class VtiSeries implements ImageSeries {

    private final InputFile file;
    private final VtiResources resources;
    private final VtiContents contents;
    private final VtiPayloads payloads;
    /** For each array the earliest step with the values of each step. */
    private final Map<ArraySpec, int[]> sameSteps = new HashMap<>();

    private VtiSeries(InputFile file, VtiResources resources, VtiContents contents) {
        this.file = file;
        this.resources = resources;
        this.contents = contents;
        this.payloads = new VtiPayloads(file, contents, resources.workers());
    }

    /** @throws IOException as {@link VtiSource#open} */
    public static VtiSeries open(Path path) throws IOException {
        VtiResources resources = new VtiResources();
        InputFile file = resources.files().open(path);
        try {
            return new VtiSeries(file, resources, VtiIndexer.index(file, VtiIndexer.IMAGE, resources.xml()));
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            file.close();
            throw e;
        }
    }

    /** Whether the file says which times its steps have. */
    public boolean hasTimes() {
        return !contents.times().isEmpty();
    }

    /**
     * The image of a file whose steps have no times, as there is but one. The series is not to be used any more, nor to
     * be closed.
     */
    public ImageSource only() throws IOException {
        try {
            VtiSource source = VtiSource.open(file, contents.single(), payloads, resources, this);
            source.requireCovered();
            return source;
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public double[] times() {
        return hasTimes()
                ? contents.times().stream().mapToDouble(Double::doubleValue).toArray()
                : new double[1];
    }

    @Override
    public boolean isTimed() {
        return hasTimes();
    }

    @Override
    public ImageSource open(int step) throws IOException {
        VtiSource source = VtiSource.open(file, contents.at(step), payloads, resources.withOtherFields(), () -> {});
        source.requireCovered();
        return source;
    }

    @Override
    public String nameOf(int step) {
        return file.path() + ", step " + step;
    }

    @Override
    public int sameAs(ArraySpec array, int step) {
        return sameSteps.computeIfAbsent(array, this::sameSteps)[step];
    }

    private int[] sameSteps(ArraySpec array) {
        Map<List<Object>, Integer> firsts = new HashMap<>();
        int[] same = new int[times().length];
        for (int step = 0; step < same.length; step++) {
            Integer first = firsts.putIfAbsent(stored(array, step), step);
            same[step] = first == null ? step : first;
        }
        return same;
    }

    /** Where the values of a step stand, in each piece. */
    private List<Object> stored(ArraySpec array, int step) {
        Extent whole = contents.geometry().extent();
        return contents.pieces().stream()
                .filter(piece -> VtiBoxes.tuples(array.association(), piece.extent(), whole)
                        .isPresent())
                .map(piece -> piece.array(array, step))
                .<Object>map(found -> found.<Object>map(VtiArray::payload).orElse(Optional.empty()))
                .toList();
    }

    @Override
    public void requireUnchanged() throws IOException {
        resources.files().requireUnchanged();
    }

    @Override
    public void close() throws IOException {
        resources.close();
        file.close();
    }
}
