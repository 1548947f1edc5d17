package io.vtkhdf.join;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import io.vtkhdf.write.store.ConstantField;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the file of an image in parts.
 *
 * @param image with the field arrays that are the same at all steps
 * @param times of the steps; none if it is no time series
 * @param reach where the parts may lie
 */
record JoinWriter(Arrangement arrangement, ImageSpec image, double[] times, InputReach reach) {

    /** Which array of a part is one of the image. */
    @FunctionalInterface
    interface Finder {
        /** @param part its place in the arrangement */
        PartArray find(ArraySpec spec, int part);
    }

    /** What comes before the file appears. */
    @FunctionalInterface
    interface Last {
        void addTo(MasterFile master) throws IOException;
    }

    void requireWritable(Path output, WriteOptions options) throws IOException {
        WritePlan plan = new WritePlan(output, options);
        plan.requireWritable(image);
        for (Path there : List.of(output, plan.writtenFile())) {
            if (Files.exists(there)) {
                requireNoPart(there);
            }
        }
        plan.requireCreatable();
    }

    private void requireNoPart(Path output) throws IOException {
        for (Arrangement.Taken taken : arrangement.parts()) {
            requireOther(taken.part().file(), output);
        }
    }

    private static void requireOther(Path part, Path output) throws IOException {
        if (Files.exists(part) && Files.isSameFile(part, output)) {
            throw new FileSystemException(
                    output.toString(), null, "is one of the parts, expected another name: its values stay there");
        }
    }

    /** The names of the parts' files, in the arrangement's order, as a file of this name tells them. */
    List<String> names(Path target) throws IOException {
        RelativeNames names = new RelativeNames(target, reach);
        List<String> files = new ArrayList<>();
        for (Arrangement.Taken taken : arrangement.parts()) {
            files.add(names.of(taken.part().file()));
        }
        return files;
    }

    void write(Path output, WriteOptions options, Finder finder, Last last) throws IOException {
        requireWritable(output, options);
        ImageGeometry geometry = new WritePlan(output, options).storedGeometry(image.geometry());
        MasterFile.write(output, geometry, options, master -> {
            if (times.length > 1) {
                master.putTimes(times);
            } else if (times.length == 1) {
                master.putTime(times[0]);
            }
            ArrayMappings mappings = new ArrayMappings(arrangement, names(master.target()), geometry);
            for (ArraySpec spec : image.arrays()) {
                master.putArray(spec, arrangement.steps(), mappings.of(spec, part -> finder.find(spec, part)));
            }
            for (FieldArray field : image.fields()) {
                ConstantField.write(
                                master.file(), field, ComponentNames.attributes(field.name(), field.componentNames()))
                        .addTo(master.tree(), times.length);
            }
            image.active().forEach(master.tree()::setActive);
            last.addTo(master);
        });
    }
}
