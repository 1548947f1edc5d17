package io.vtkhdf.format;

import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which arrays are active: an attribute {@code Attribute} of a dataset that names its role, as VTK writes since 9.7, or
 * an attribute of the group, called as the role, that names the array, as the specification has it.
 */
final class ImageRoles {

    private final List<ActiveArray> found = new ArrayList<>();

    void addArray(Association association, String name, StoredObject dataset) throws IOException {
        Optional<String> value = string(dataset, ArrayRole.ROLE);
        for (ArrayRole role : ArrayRole.values()) {
            if (value.isPresent() && value.get().strip().equalsIgnoreCase(role.vtkName())) {
                found.add(new ActiveArray(association, role, name));
            }
        }
    }

    void addGroup(Association association, StoredObject group) throws IOException {
        for (ArrayRole role : ArrayRole.values()) {
            Optional<String> name = string(group, role.vtkName());
            if (name.isPresent()) {
                found.add(new ActiveArray(association, role, name.get()));
            }
        }
    }

    private static Optional<String> string(StoredObject object, String name) throws IOException {
        Optional<StoredAttribute> attribute = object.attributeIfSupported(name);
        return attribute.isPresent() ? attribute.get().string() : Optional.empty();
    }

    /** One array for each role, which is among the given ones. */
    List<ActiveArray> of(List<ArraySpec> arrays) {
        List<ActiveArray> active = new ArrayList<>();
        for (ActiveArray candidate : found) {
            if (exists(candidate, arrays) && !isTaken(candidate, active)) {
                active.add(candidate);
            }
        }
        return List.copyOf(active);
    }

    private static boolean exists(ActiveArray candidate, List<ArraySpec> arrays) {
        for (ArraySpec array : arrays) {
            if (array.association() == candidate.association() && array.name().equals(candidate.arrayName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTaken(ActiveArray candidate, List<ActiveArray> active) {
        for (ActiveArray other : active) {
            if (other.association() == candidate.association() && other.role() == candidate.role()) {
                return true;
            }
        }
        return false;
    }
}
