package io.vtkhdf.plan;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A plan as it is sent: nothing in it but texts and numbers, which are not trusted before a {@link PlannedImage} has
 * been made of them.
 *
 * @param overwrites whether OUTPUT may be replaced in the end
 * @param fields the names of the field arrays in their order, if these are in the folder of parts
 * @param steps of a time series; 0 of an image
 * @param unit see {@link SlabCut}
 * @param places where raw arrays are; that of compressed ones has no addresses
 */
record PlanForm(
        String id,
        String output,
        boolean overwrites,
        GeometryForm geometry,
        List<ArrayForm> arrays,
        List<String> fields,
        List<RoleForm> active,
        StorageForm storage,
        int steps,
        int unit,
        int units,
        int slabs,
        Places places)
        implements Serializable {

    PlanForm {
        arrays = List.copyOf(arrays);
        fields = List.copyOf(fields);
        active = List.copyOf(active);
    }

    PlanForm withPlaces(Places other) {
        return new PlanForm(
                id, output, overwrites, geometry, arrays, fields, active, storage, steps, unit, units, slabs, other);
    }

    /** Six, three, three and nine numbers. */
    record GeometryForm(List<Integer> extent, List<Double> origin, List<Double> spacing, List<Double> direction)
            implements Serializable {

        static GeometryForm of(ImageGeometry geometry) {
            return new GeometryForm(
                    ints(geometry.extent().toArray()),
                    doubles(geometry.origin().toArray()),
                    doubles(geometry.spacing().toArray()),
                    doubles(geometry.direction().toArray()));
        }

        ImageGeometry toGeometry() {
            if (extent.size() != 6) {
                throw new IllegalArgumentException("an extent is six numbers, found " + extent);
            }
            Extent all = new Extent(
                    extent.get(0), extent.get(1), extent.get(2), extent.get(3), extent.get(4), extent.get(5));
            return new ImageGeometry(all, vector(origin), vector(spacing), Direction.of(array(direction)));
        }

        private static Vector3 vector(List<Double> numbers) {
            if (numbers.size() != 3) {
                throw new IllegalArgumentException("a vector is three numbers, found " + numbers);
            }
            return new Vector3(numbers.get(0), numbers.get(1), numbers.get(2));
        }

        private static List<Integer> ints(int... values) {
            return Arrays.stream(values).boxed().toList();
        }

        private static List<Double> doubles(double... values) {
            return Arrays.stream(values).boxed().toList();
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    record ArrayForm(String association, String name, String type, int components, List<String> componentNames)
            implements Serializable {

        static ArrayForm of(ArraySpec spec) {
            return new ArrayForm(
                    spec.association().name(),
                    spec.name(),
                    spec.type().name(),
                    spec.components(),
                    spec.componentNames());
        }

        ArraySpec toSpec() {
            return new ArraySpec(
                    Association.valueOf(association), name, ScalarType.valueOf(type), components, componentNames);
        }
    }

    record RoleForm(String association, String role, String array) implements Serializable {

        static RoleForm of(ActiveArray active) {
            return new RoleForm(active.association().name(), active.role().name(), active.arrayName());
        }

        ActiveArray toRole() {
            return new ActiveArray(Association.valueOf(association), ArrayRole.valueOf(role), array);
        }
    }

    /** @param chunk the size along x, y and z; empty of raw arrays; a 0 of slices */
    record StorageForm(int gzip, boolean shuffle, boolean checksum, List<Integer> chunk) implements Serializable {

        static StorageForm of(Storage storage) {
            List<Integer> chunk = storage.chunk()
                    .map(shape -> shape.size()
                            .map(size -> List.of(size.x(), size.y(), size.z()))
                            .orElse(List.of(0)))
                    .orElse(List.of());
            return new StorageForm(storage.gzipLevel(), storage.isShuffled(), storage.hasChecksum(), chunk);
        }

        Storage toStorage() {
            if (chunk.isEmpty()) {
                return Storage.raw();
            } else if (chunk.size() != 3 && !chunk.equals(List.of(0))) {
                throw new IllegalArgumentException("a chunk is three numbers, or 0, found " + chunk);
            }
            ChunkShape shape =
                    chunk.size() == 1 ? ChunkShape.slice() : ChunkShape.of(chunk.get(0), chunk.get(1), chunk.get(2));
            Storage plain = Storage.chunked(shape);
            Storage deflated = gzip == 0 ? plain : Storage.gzip(gzip).withChunk(shape);
            Storage shuffled = gzip == 0 || shuffle ? deflated : deflated.withoutShuffle();
            return checksum ? shuffled.withChecksum() : shuffled;
        }
    }

    /**
     * Where what the plan has reserved is in the file.
     *
     * @param addresses of each array; none if the plan is of parts
     * @param root the address of the tree that becomes the content
     * @param end where the file ends then
     */
    record Places(List<Long> addresses, long root, long end) implements Serializable {

        static final Places NONE = new Places(List.of(), 0, 0);

        Places {
            addresses = List.copyOf(addresses);
        }
    }
}
