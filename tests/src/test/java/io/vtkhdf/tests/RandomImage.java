package io.vtkhdf.tests;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** An image that follows from its seed alone, cruel within what its profile allows. */
public record RandomImage(
        long seed,
        ImageGeometry geometry,
        List<RandomArray> arrays,
        List<FieldArray> fields,
        List<ActiveArray> active,
        boolean keepsExtent) {

    public enum Profile {
        /** Whatever the format allows. */
        ANY,
        /** What VTK 9.1 reads without error or crash: y and z not flat, extents from 0, neither cell nor field data. */
        VTK_9_1
    }

    private static final int[] LENGTHS = {1, 1, 2, 3, 4, 5, 7, 8, 9, 13, 17, 31, 32, 33, 37, 63, 64, 65, 97};
    private static final int[] COMPONENTS = {1, 1, 1, 2, 3, 3, 4, 6, 9};
    private static final int MOST_POINTS = 20_000;
    private static final List<String> NAMES = List.of(
            "values",
            "a b",
            " lead and trail ",
            "a/b",
            "a.b.c",
            "/",
            "..",
            "grün",
            "Ωμέγα",
            "速度",
            "x\"y'z",
            "<&>;",
            "back\\slash",
            "Steps",
            "n".repeat(60),
            "ş ö ç ı",
            "😀",
            "0",
            "-1",
            "%20",
            "a\tb");

    public static RandomImage of(long seed, Profile profile) {
        RandomGenerator random = new SplittableRandom(seed);
        ImageGeometry geometry = geometry(random, profile);
        List<RandomArray> arrays = arrays(random, profile, geometry);
        return new RandomImage(
                seed,
                geometry,
                arrays,
                profile == Profile.ANY ? fields(random) : List.of(),
                active(random, arrays),
                profile == Profile.ANY && random.nextInt(5) == 0);
    }

    /** The same with names for the components of some arrays; some are empty. */
    public RandomImage withComponentNames() {
        RandomGenerator random = new SplittableRandom(seed);
        List<RandomArray> named = arrays.stream()
                .map(array -> random.nextInt(3) == 0 ? array : array.withComponentNames(componentNames(array, random)))
                .toList();
        return new RandomImage(seed, geometry, named, fields, active, keepsExtent);
    }

    private static List<String> componentNames(RandomArray array, RandomGenerator random) {
        return IntStream.range(0, array.spec().components())
                .mapToObj(i -> random.nextInt(4) == 0 ? "" : NAMES.get(random.nextInt(NAMES.size())))
                .toList();
    }

    /** The same with positive infinities for the negative ones. */
    public RandomImage withoutMinusInfinity() {
        List<RandomArray> positive =
                arrays.stream().map(RandomArray::withoutMinusInfinity).toList();
        List<FieldArray> positiveFields =
                fields.stream().map(RandomImage::withoutMinusInfinity).toList();
        return new RandomImage(seed, geometry, positive, positiveFields, active, keepsExtent);
    }

    private static FieldArray withoutMinusInfinity(FieldArray field) {
        if (field.isStrings()) {
            return field;
        }
        ScalarType type = field.asNumbers().type();
        byte[] bytes =
                RandomArray.withoutMinusInfinity(type, Bits.of(field.asNumbers().values()));
        return FieldArray.ofNumbers(
                field.name(), type, field.components(), Bits.values(bytes, type.carrier(), type.size()));
    }

    /** The geometry to be found in the file. */
    public ImageGeometry storedGeometry() {
        return keepsExtent ? geometry : geometry.zeroBased();
    }

    private static ImageGeometry geometry(RandomGenerator random, Profile profile) {
        Dimensions d = dimensions(random, profile);
        boolean isOffset = random.nextInt(3) == 0;
        int x = isOffset ? random.nextInt(-50, 50) : 0;
        int y = isOffset ? random.nextInt(-50, 50) : 0;
        int z = isOffset ? random.nextInt(-50, 50) : 0;
        Extent extent = new Extent(x, x + d.x() - 1, y, y + d.y() - 1, z, z + d.z() - 1);
        if (random.nextInt(4) == 0) {
            return ImageGeometry.of(extent);
        }
        Vector3 origin = new Vector3(random.nextDouble(-1e3, 1e3), -0.0, random.nextDouble(-1e-9, 1e-9));
        Vector3 spacing = new Vector3(random.nextDouble(1e-6, 1), 0.1, random.nextDouble(1, 1e6));
        return new ImageGeometry(extent, origin, spacing, direction(random));
    }

    private static Direction direction(RandomGenerator random) {
        double c = Math.cos(random.nextDouble(6));
        double s = Math.sqrt(1 - c * c);
        return random.nextBoolean() ? Direction.IDENTITY : Direction.of(c, -s, 0, s, c, 0, 0, 0, 1);
    }

    private static Dimensions dimensions(RandomGenerator random, Profile profile) {
        while (true) {
            Dimensions d = new Dimensions(length(random), length(random), length(random));
            boolean isReadable = profile == Profile.ANY || d.y() > 1 && d.z() > 1;
            if (isReadable && d.count() <= MOST_POINTS) {
                return d;
            }
        }
    }

    private static int length(RandomGenerator random) {
        return LENGTHS[random.nextInt(LENGTHS.length)];
    }

    private static List<RandomArray> arrays(RandomGenerator random, Profile profile, ImageGeometry geometry) {
        List<RandomArray> arrays = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int count = random.nextInt(profile == Profile.ANY ? 0 : 1, 6);
        for (int i = 0; i < count; i++) {
            boolean isPoint = profile == Profile.VTK_9_1 || random.nextInt(3) > 0;
            Association association = isPoint ? Association.POINT : Association.CELL;
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (!taken.add(association + RandomArray.storedName(name))) {
                continue;
            }
            ScalarType type = ScalarType.values()[random.nextInt(ScalarType.values().length)];
            int components = COMPONENTS[random.nextInt(COMPONENTS.length)];
            arrays.add(RandomArray.draw(
                    new ArraySpec(association, name, type, components),
                    geometry.dimensions(association),
                    StorageCase.random(random),
                    random));
        }
        return arrays;
    }

    private static List<FieldArray> fields(RandomGenerator random) {
        List<FieldArray> fields = new ArrayList<>();
        if (random.nextBoolean()) {
            fields.add(FieldArray.of("TimeValue", random.nextDouble()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            ScalarType type = ScalarType.values()[random.nextInt(ScalarType.values().length)];
            int components = COMPONENTS[random.nextInt(COMPONENTS.length)];
            byte[] bytes = RandomArray.randomBytes(type, random.nextInt(5) * components, random);
            Object values = Bits.values(bytes, type.carrier(), type.size());
            fields.add(FieldArray.ofNumbers(fieldName(i, random), type, components, values));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            fields.add(FieldArray.ofStrings(fieldName(-i, random), strings(random)));
        }
        return fields;
    }

    private static String fieldName(int number, RandomGenerator random) {
        return NAMES.get(random.nextInt(NAMES.size())) + " " + number;
    }

    private static List<String> strings(RandomGenerator random) {
        List<String> choice =
                List.of("", "plain", "Größe", "速度 😀", " ", "line\nbreak", "x".repeat(3000), "a=\"b\" & <c>", "7");
        List<String> strings = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            strings.add(choice.get(random.nextInt(choice.size())));
        }
        return strings;
    }

    /** Several roles, an array in none, one or two of them; each role at most once in an association. */
    private static List<ActiveArray> active(RandomGenerator random, List<RandomArray> arrays) {
        List<ActiveArray> active = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RandomArray array : arrays) {
            for (ArrayRole role : rolesOf(array.spec().components())) {
                if (random.nextInt(3) == 0 && taken.add(array.spec().association() + role.vtkName())) {
                    active.add(new ActiveArray(
                            array.spec().association(), role, array.spec().name()));
                }
            }
        }
        return active;
    }

    private static List<ArrayRole> rolesOf(int components) {
        return switch (components) {
            case 1 -> List.of(ArrayRole.SCALARS, ArrayRole.PEDIGREE_IDS);
            case 2 -> List.of(ArrayRole.TCOORDS);
            case 3 -> List.of(ArrayRole.VECTORS, ArrayRole.NORMALS, ArrayRole.TANGENTS);
            case 9 -> List.of(ArrayRole.TENSORS);
            default -> List.of();
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + ": " + geometry);
        arrays.forEach(array -> text.append("\n  ").append(array));
        fields.forEach(
                f -> text.append("\n  field ").append(f.name()).append(' ').append(f.tuples()));
        return text.toString();
    }
}
