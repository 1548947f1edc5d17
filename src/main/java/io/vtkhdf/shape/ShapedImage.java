package io.vtkhdf.shape;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of an image what is asked for, one wrapper around the other.
 *
 * @param name how errors name the image
 */
record ShapedImage(Shaping.Settings settings, String name, Outliers clamped, Scratch scratch) {

    ImageSource of(ImageSource image) {
        requireKnown(image.arrays());
        ImageSource shaped = relabelled(cast(reduced(cropped(image))));
        requireDistinct(shaped.arrays());
        return shaped;
    }

    private void requireKnown(List<ArraySpec> arrays) {
        List<Collection<String>> all = List.of(
                settings.types.keySet(), settings.scalings.keySet(), settings.names.keySet(), settings.active.keySet());
        for (Collection<String> names : all) {
            for (String array : names) {
                if (!array.equals(Shaping.ALL) && arrays.stream().noneMatch(one -> KnownArrays.isNamed(array, one))) {
                    throw new IllegalArgumentException(KnownArrays.missing(name, array, arrays));
                }
            }
        }
    }

    private void requireDistinct(List<ArraySpec> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            for (ArraySpec other : arrays.subList(0, i)) {
                ArraySpec array = arrays.get(i);
                if (array.association() == other.association() && array.name().equals(other.name())) {
                    throw new IllegalArgumentException(name + ": found two arrays that are to be called "
                            + ShownText.quoted(array.name()) + ", expected a name for each");
                }
            }
        }
    }

    private ImageSource cropped(ImageSource image) {
        if (settings.box.isEmpty()) {
            return image;
        }
        PointBox box = settings.box.get().within(image.geometry().dimensions(), name);
        return new CroppedSource(image, box, scratch);
    }

    private ImageSource reduced(ImageSource image) {
        if (settings.every.isEmpty()) {
            return image;
        }
        Blocks every = settings.every.get();
        return settings.reduction == Reduction.PICK
                ? new PickedSource(image, every, scratch)
                : MeanSource.of(
                        image, every, array -> change(array, array.type()).isPresent(), scratch, name);
    }

    private ImageSource cast(ImageSource image) {
        Map<ArraySpec, CastSource.Change> changes = new LinkedHashMap<>();
        for (ArraySpec array : image.arrays()) {
            change(array, typeBefore(image, array)).ifPresent(change -> changes.put(array, change));
        }
        Optional<Outliers> counting = settings.clamps ? Optional.of(clamped) : Optional.empty();
        return changes.isEmpty() ? image : new CastSource(image, changes, counting, name, scratch);
    }

    /** The type that an array has if nobody asks for another: of means that are not rounded yet that of the values. */
    private static ScalarType typeBefore(ImageSource image, ArraySpec array) {
        return image instanceof MeanSource means ? means.innerOf(array).type() : array.type();
    }

    /** What becomes of the values of an array; empty if they stay as they are. */
    private Optional<CastSource.Change> change(ArraySpec array, ScalarType before) {
        Optional<ScalarType> type = of(array, settings.types);
        Optional<Scaling> scaling = of(array, settings.scalings);
        if (scaling.isEmpty() && type.filter(wanted -> wanted != array.type()).isEmpty()) {
            return Optional.empty();
        }
        ScalarType to = type.orElse(before);
        return Optional.of(new CastSource.Change(to, scaling.map(of -> of.forType(to))));
    }

    private static <T> Optional<T> of(ArraySpec array, Map<String, T> settings) {
        return own(array, settings).or(() -> Optional.ofNullable(settings.get(Shaping.ALL)));
    }

    private ImageSource relabelled(ImageSource image) {
        Map<ArraySpec, ArraySpec> arrays = new LinkedHashMap<>();
        List<ActiveArray> active = new ArrayList<>();
        for (ArraySpec array : image.arrays()) {
            ArraySpec named = own(array, settings.names)
                    .map(newName -> Alike.ofName(array, newName))
                    .orElse(array);
            if (arrays.put(named, array) != null) {
                requireDistinct(List.of(named, named));
            }
            own(array, settings.active).ifPresent(role -> active.add(active(named, role)));
        }
        ImageGeometry placed = placed(image.geometry());
        return new RelabelledSource(image, placed, arrays, active);
    }

    private static <T> Optional<T> own(ArraySpec array, Map<String, T> settings) {
        return settings.entrySet().stream()
                .filter(setting -> KnownArrays.isNamed(setting.getKey(), array))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private ActiveArray active(ArraySpec array, ArrayRole role) {
        if (!role.suits(array.components())) {
            throw new IllegalArgumentException(name + ": found " + array.components() + " components of "
                    + ShownText.quoted(array.name()) + ", expected " + role.suitable() + " of the active "
                    + role.vtkName());
        }
        return new ActiveArray(array.association(), role, array.name());
    }

    private ImageGeometry placed(ImageGeometry image) {
        ImageGeometry geometry = settings.isFromZero ? image.zeroBased() : image;
        ImageGeometry first = geometry.zeroBased();
        Vector3 spacing = settings.spacing.orElse(geometry.spacing());
        Vector3 origin = settings.origin.orElse(first.origin());
        if (settings.spacing.isEmpty() && settings.origin.isEmpty()) {
            return geometry;
        }
        // Where index 0 lies if the first point lies there.
        Vector3 offset = new ImageGeometry(geometry.extent(), new Vector3(0, 0, 0), spacing, geometry.direction())
                .zeroBased()
                .origin();
        return new ImageGeometry(
                geometry.extent(),
                new Vector3(origin.x() - offset.x(), origin.y() - offset.y(), origin.z() - offset.z()),
                spacing,
                geometry.direction());
    }
}
