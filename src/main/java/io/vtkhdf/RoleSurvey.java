package io.vtkhdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks whether the arrays of a group can have the roles that the file gives them. */
final class RoleSurvey {

    private final JhdfObject group;
    private final Map<String, Integer> components = new HashMap<>();

    RoleSurvey(JhdfObject group) {
        this.group = group;
    }

    /** Notes an array: what it is like. */
    void add(String name, int count) {
        components.put(name, count);
    }

    /** What is wrong with the role that an attribute of a dataset gives it; empty if it is none of VTK's. */
    Optional<Finding> ofDataset(String path, String role, int count) {
        for (ActiveAttribute known : ActiveAttribute.values()) {
            if (known.vtkName().equalsIgnoreCase(role.strip()) && !known.suits(count)) {
                return Optional.of(unsuitable(path + "@" + ActiveAttribute.ROLE, known, count));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the array that an attribute of the group names. */
    Optional<Finding> ofGroup(ActiveAttribute role) throws IOException {
        Optional<JhdfAttribute> attribute = group.attributeIfSupported(role.vtkName());
        Optional<String> name = attribute.isPresent() ? attribute.get().string() : Optional.empty();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String place = group.path() + "@" + role.vtkName();
        if (JhdfLinks.of(group).get(name.get()).isEmpty()) {
            return Optional.of(
                    Finding.warning(place, "'" + name.get() + "'", "the name of an array of " + group.path()));
        }
        Integer count = components.get(name.get());
        return count == null || role.suits(count) ? Optional.empty() : Optional.of(unsuitable(place, role, count));
    }

    private static Finding unsuitable(String place, ActiveAttribute role, int count) {
        return Finding.warning(
                place,
                "the role " + role.vtkName() + " for an array of " + count + (count == 1 ? " component" : " components")
                        + ", which VTK does not give it",
                role.suitable());
    }
}
