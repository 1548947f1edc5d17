package io.vtkhdf.volume.nrrd;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The axes, the fastest first: those of the image, and that of the components, if there is one, which is the first or
 * the last. It is known by its kind, or by having no direction where others have. What has one point only, behind three
 * others, is left out.
 *
 * @param space the indexes of the image's axes, one to three, x first
 * @param sizes their lengths
 * @param components 1 if no axis is of components
 * @param areFirst whether the components of a tuple stand together
 */
record NrrdAxes(int count, int[] space, int[] sizes, int components, boolean areFirst) {

    private static final int MAX_AXES = 16;
    private static final int MOST = 3;

    /** Kinds of axes along which an image lies. */
    private static final Set<String> OF_SPACE = Set.of("domain", "space", "???", "none");

    static NrrdAxes of(NrrdHeader header) throws IOException {
        int count = header.required("dimension").integer(1, MAX_AXES);
        HeaderValue lengths = header.required("sizes");
        String[] words = lengths.words(count);
        int[] sizes = new int[count];
        for (int axis = 0; axis < count; axis++) {
            long size = lengths.integer(words[axis], 1);
            if (size >= Integer.MAX_VALUE) {
                throw lengths.corrupt(Long.toString(size), "fewer than 2^31 - 1");
            }
            sizes[axis] = (int) size;
        }
        return of(header, count, sizes);
    }

    private static NrrdAxes of(NrrdHeader header, int count, int[] sizes) throws IOException {
        boolean[] isRange = ranges(header, count, sizes);
        List<Integer> space = new ArrayList<>();
        List<Integer> ranges = new ArrayList<>();
        for (int axis = 0; axis < count; axis++) {
            boolean isLeftOut = sizes[axis] == 1 && (isRange[axis] || space.size() == MOST);
            if (!isLeftOut) {
                (isRange[axis] ? ranges : space).add(axis);
            }
        }
        if (space.isEmpty() || space.size() > MOST || ranges.size() > 1) {
            throw unknown(header, space.size(), ranges.size());
        }
        int range = ranges.isEmpty() ? -1 : ranges.get(0);
        boolean isFirst = range < space.get(0);
        if (!isFirst && range < space.get(space.size() - 1)) {
            throw header.required("sizes")
                    .unsupported(
                            "components along axis " + range + " of " + count,
                            "along the first or the last; 'unu permute' moves an axis");
        }
        int components = range < 0 ? 1 : sizes[range];
        if (components > VolumeSource.MAX_COMPONENTS) {
            throw header.required("sizes")
                    .unsupported(components + " components", "at most " + VolumeSource.MAX_COMPONENTS);
        }
        int[] axes = space.stream().mapToInt(Integer::intValue).toArray();
        return new NrrdAxes(
                count, axes, Arrays.stream(axes).map(axis -> sizes[axis]).toArray(), components, isFirst);
    }

    private static FileContentException unknown(NrrdHeader header, int space, int ranges) throws IOException {
        return header.required("sizes")
                .unsupported(
                        space + " axes of space and " + ranges + " of components",
                        "1 to 3 of space and at most 1 of components, as the field 'kinds' tells them apart");
    }

    /** Which axes are not of space. */
    private static boolean[] ranges(NrrdHeader header, int count, int[] sizes) throws IOException {
        boolean[] isRange = new boolean[count];
        if (header.field("spacedirections").isPresent()) {
            List<String> directions = NrrdVectors.split(header.required("spacedirections"));
            NrrdVectors.requireCount(header.required("spacedirections"), directions.size(), count);
            for (int axis = 0; axis < count; axis++) {
                isRange[axis] = directions.get(axis).equals(NrrdVectors.NONE);
            }
        }
        if (header.field("kinds").isPresent()) {
            String[] kinds = header.required("kinds").words(count);
            for (int axis = 0; axis < count; axis++) {
                if (kinds[axis].equalsIgnoreCase("time") && sizes[axis] > 1) {
                    throw header.required("kinds")
                            .unsupported(
                                    sizes[axis] + " steps of time", "one image; 'unu slice' makes a file of each step");
                }
                isRange[axis] |= !OF_SPACE.contains(kinds[axis].toLowerCase(Locale.ROOT));
            }
        }
        return isRange;
    }
}
