package io.vtkhdf.join;

import io.vtkhdf.hdf5.write.VirtualMapping;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Which boxes of the parts' datasets are which boxes of those of the joined image.
 *
 * @param names of the parts' files, in the arrangement's order
 * @param geometry of the joined image
 */
record ArrayMappings(Arrangement arrangement, List<String> names, ImageGeometry geometry) {

    /** An array of a part, by the part's place in the arrangement. */
    @FunctionalInterface
    interface Finder {
        PartArray find(int part);
    }

    List<VirtualMapping> of(ArraySpec spec, Finder finder) {
        Dimensions all = geometry.dimensions(spec.association());
        StoredPlace joined = StoredPlace.written(spec, geometry, arrangement.steps());
        boolean isFlat = geometry.dimensions().along(arrangement.axis()) == 1;
        List<VirtualMapping> mappings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Arrangement.Taken taken = arrangement.parts().get(i);
            int slices = taken.slices(spec.association(), isFlat);
            if (slices > 0) {
                Region here = region(all, taken.part().firstSlice(), slices);
                add(names.get(i), finder.find(i), taken.part(), region(all, 0, slices), joined, here, mappings);
            }
        }
        return mappings;
    }

    private Region region(Dimensions all, int first, int count) {
        return switch (arrangement.axis()) {
            case X -> new Region(first, 0, 0, new Dimensions(count, all.y(), all.z()));
            case Y -> new Region(0, first, 0, new Dimensions(all.x(), count, all.z()));
            case Z -> new Region(0, 0, first, new Dimensions(all.x(), all.y(), count));
        };
    }

    /** Steps whose slabs stand one behind the other are one mapping. */
    private static void add(
            String file,
            PartArray array,
            ImagePart part,
            Region there,
            StoredPlace joined,
            Region here,
            List<VirtualMapping> mappings) {
        boolean hasTime = array.place().axes().time() >= 0;
        for (int step = 0; step < part.steps(); ) {
            long slab = array.slab(step);
            int run = 1;
            while (hasTime && step + run < part.steps() && array.slab(step + run) == slab + run) {
                run++;
            }
            mappings.add(new VirtualMapping(
                    file,
                    array.place().dataset(),
                    array.place().box(there, slab, run),
                    joined.box(here, (long) part.firstStep() + step, run)));
            step += run;
        }
    }
}
