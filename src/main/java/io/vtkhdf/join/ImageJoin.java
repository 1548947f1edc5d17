package io.vtkhdf.join;

import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.source.InputReach;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import io.vtkhdf.write.store.ConstantField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public final class ImageJoin {

    private ImageJoin() {}

    /**
     * Writes the file of an image whose parts this library has written, each of which holds slabs of z slices or of
     * steps. None of them is opened: they are taken to be as they are told.
     *
     * <p>Neighbouring parts may share a plane of points, and must, if there are cell arrays: a part of the slices of
     * points 0 to 8 has the slices of cells 0 to 7, and the next one begins with the slice of points 8, which is then
     * the one that is taken.
     *
     * @param output is to lie in a folder above all parts, or beside them, as the options' reader looks there only
     * @param image all of it: its geometry, and of a time series the arrays of each step, and the field arrays that all
     *     steps have
     * @param times of the steps; none if it is no time series
     * @param parts in any order; all slices and steps are in one, or, of a shared plane of points, in two
     * @param options of which overwriting, durability and the extent's start are of account
     * @throws IllegalArgumentException naming parts that leave a gap or overlap, or that are not as many slices or
     *     steps as the image has
     * @throws io.vtkhdf.error.UnsupportedFileException if a part lies elsewhere
     * @throws java.nio.file.NoSuchFileException if a part is not there
     * @throws java.nio.file.FileAlreadyExistsException if the output exists and is not to be overwritten
     */
    public static void write(Path output, ImageSpec image, double[] times, List<ImagePart> parts, WriteOptions options)
            throws IOException {
        WritePlan plan = new WritePlan(output, options);
        plan.requireWritable(image);
        Arrangement arrangement = Arrangement.of(Axis.Z, parts);
        arrangement.requireCells(image.arrays());
        arrangement.requireSize(image.geometry().dimensions(), times.length);
        plan.requireCreatable();
        ImageGeometry geometry = plan.storedGeometry(image.geometry());
        MasterFile.write(output, geometry, options, master -> {
            RelativeNames names = new RelativeNames(master.target(), InputReach.FOLDER);
            List<String> files = new ArrayList<>();
            for (Arrangement.Taken taken : arrangement.parts()) {
                files.add(names.of(taken.part().file()));
            }
            ArrayMappings mappings = new ArrayMappings(arrangement, files, geometry);
            for (ArraySpec spec : image.arrays()) {
                master.putArray(
                        spec,
                        arrangement.steps(),
                        mappings.of(spec, part -> written(spec, arrangement, part, geometry)));
            }
            for (FieldArray field : image.fields()) {
                ConstantField.write(
                                master.file(), field, ComponentNames.attributes(field.name(), field.componentNames()))
                        .addTo(master.tree(), times.length);
            }
            if (times.length > 1) {
                master.putTimes(times);
            } else if (times.length == 1) {
                master.putTime(times[0]);
            }
            image.active().forEach(master::setActive);
        });
    }

    private static PartArray written(ArraySpec spec, Arrangement arrangement, int part, ImageGeometry image) {
        ImagePart told = arrangement.parts().get(part).part();
        Dimensions all = image.dimensions();
        ImageGeometry own = ImageGeometry.of(all.x(), all.y(), told.slices());
        return PartArray.written(StoredPlace.written(spec, own, told.steps()));
    }
}
