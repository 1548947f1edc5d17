package io.vtkhdf.copy;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.util.List;
import java.util.Optional;

/** Which roles an image's arrays can have: an input may give others, which VTK does not heed either. */
public final class ActiveRoles {

    private ActiveRoles() {}

    public static List<ActiveArray> suitable(ImageSource image) {
        return image.activeArrays().stream()
                .filter(active -> isSuitable(image, active))
                .toList();
    }

    private static boolean isSuitable(ImageSource image, ActiveArray active) {
        Optional<ArraySpec> array = array(image, active);
        return array.isEmpty() || active.role().suits(array.get().components());
    }

    /** What is to be told of the others. */
    public static List<String> unsuitable(ImageSource image) {
        return image.activeArrays().stream()
                .filter(active -> !isSuitable(image, active))
                .map(active ->
                        active.association().groupName() + " '" + active.arrayName() + "' is no longer the active "
                                + active.role().vtkName() + ": VTK does not take "
                                + array(image, active).orElseThrow().components() + " components for that")
                .toList();
    }

    private static Optional<ArraySpec> array(ImageSource image, ActiveArray active) {
        return image.arrays().stream()
                .filter(array -> array.association() == active.association()
                        && array.name().equals(active.arrayName()))
                .findFirst();
    }
}
