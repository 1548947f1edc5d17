package io.vtkhdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which arrays are active: an attribute {@code Attribute} of a dataset that names its role, as VTK writes since 9.7, or
 * an attribute of the group, called as the role, that names the array, as the specification has it.
 */
final class ReaderActive {

    private final List<ActiveArray> found = new ArrayList<>();

    void addArray(Association association, String name, JhdfObject dataset) throws IOException {
        Optional<String> value = string(dataset, ActiveAttribute.ROLE).map(String::strip);
        for (ActiveAttribute role : ActiveAttribute.values()) {
            if (value.filter(role.vtkName()::equalsIgnoreCase).isPresent()) {
                found.add(new ActiveArray(association, role, name));
            }
        }
    }

    void addGroup(Association association, JhdfObject group) throws IOException {
        for (ActiveAttribute role : ActiveAttribute.values()) {
            string(group, role.vtkName()).ifPresent(name -> found.add(new ActiveArray(association, role, name)));
        }
    }

    private static Optional<String> string(JhdfObject object, String name) throws IOException {
        Optional<JhdfAttribute> attribute = object.attribute(name);
        return attribute.isPresent() ? attribute.get().string() : Optional.empty();
    }

    /** One array for each role, which is among the given ones. */
    List<ActiveArray> of(List<ArraySpec> arrays) {
        List<ActiveArray> active = new ArrayList<>();
        for (ActiveArray candidate : found) {
            boolean exists = arrays.stream()
                    .anyMatch(array -> array.association() == candidate.association()
                            && array.name().equals(candidate.arrayName()));
            boolean taken = active.stream()
                    .anyMatch(other ->
                            other.association() == candidate.association() && other.role() == candidate.role());
            if (exists && !taken) {
                active.add(candidate);
            }
        }
        return List.copyOf(active);
    }
}
