package io.vtkhdf.volume;

import io.vtkhdf.image.FieldArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the world's axes are, as NRRD names it. Images of VTK do not know it: the field array {@value #FIELD}, of one
 * string, keeps the name.
 */
public final class Space {

    /** The name of the field array. */
    public static final String FIELD = "space";

    /** The coordinates of patients that ITK and MetaImage have: to the left, to the back, to the head. */
    public static final String OF_ITK = "left-posterior-superior";

    private static final double[] KEPT = {1, 1, 1};

    /** The signs that make coordinates ITK's, by the name of the space in small letters. */
    private static final Map<String, double[]> OF_PATIENTS = Map.of(
            OF_ITK,
            KEPT,
            "lps",
            KEPT,
            "right-anterior-superior",
            new double[] {-1, -1, 1},
            "ras",
            new double[] {-1, -1, 1},
            "left-anterior-superior",
            new double[] {1, -1, 1},
            "las",
            new double[] {1, -1, 1});

    private static final List<String> OTHERS = List.of("scanner-xyz", "3d-right-handed", "3d-left-handed");

    private Space() {}

    /** Whether it is a name of a space of three dimensions, in any case of letters. */
    public static boolean isName(String name) {
        return isOfPatient(name) || OTHERS.contains(name.toLowerCase(Locale.ROOT));
    }

    public static boolean isOfPatient(String name) {
        return OF_PATIENTS.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The signs that x, y, z get: those of patients become ITK's. */
    public static double[] signs(String name) {
        return OF_PATIENTS.getOrDefault(name.toLowerCase(Locale.ROOT), KEPT).clone();
    }

    public static FieldArray field(String name) {
        return FieldArray.ofStrings(FIELD, List.of(name));
    }

    /** The name that a field array tells, if it is the one that does. */
    public static Optional<String> of(FieldArray field) {
        boolean isSpace = field.name().equals(FIELD)
                && field.isStrings()
                && field.asStrings().values().size() == 1;
        return isSpace ? Optional.of(field.asStrings().values().get(0)).filter(Space::isName) : Optional.empty();
    }
}
