package io.vtkhdf.validate;

import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArrayRole;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks whether the arrays of a group can have the roles that the file gives them. */
final class RoleSurvey {

    private final StoredObject group;
    private final Map<String, Integer> components = new HashMap<>();

    RoleSurvey(StoredObject group) {
        this.group = group;
    }

    /** Notes an array: what it is like. */
    void add(String name, int count) {
        components.put(name, count);
    }

    /** What is wrong with the role that an attribute of a dataset gives it; empty if it is none of VTK's. */
    Optional<Finding> ofDataset(String path, String role, int count) {
        for (ArrayRole known : ArrayRole.values()) {
            if (known.vtkName().equalsIgnoreCase(role.strip()) && !known.suits(count)) {
                return Optional.of(unsuitable(path + "@" + ArrayRole.ROLE, known, count));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the array that an attribute of the group names. */
    Optional<Finding> ofGroup(ArrayRole role) throws IOException {
        Optional<StoredAttribute> attribute = group.attributeIfSupported(role.vtkName());
        Optional<String> name = attribute.isPresent() ? attribute.get().string() : Optional.empty();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String place = group.path() + "@" + role.vtkName();
        if (StoredLinks.of(group).get(name.get()).isEmpty()) {
            return Optional.of(
                    Finding.warning(place, "'" + name.get() + "'", "the name of an array of " + group.path()));
        }
        Integer count = components.get(name.get());
        return count == null || role.suits(count) ? Optional.empty() : Optional.of(unsuitable(place, role, count));
    }

    private static Finding unsuitable(String place, ArrayRole role, int count) {
        return Finding.warning(
                place,
                "the role " + role.vtkName() + " for an array of " + count + (count == 1 ? " component" : " components")
                        + ", which VTK does not give it",
                role.suitable());
    }
}
