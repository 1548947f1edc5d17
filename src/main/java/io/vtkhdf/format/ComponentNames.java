package io.vtkhdf.format;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.write.Attribute;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The names of an array's components, which stand in an attribute of its dataset: VTKHDF has no place for them, and
 * VTK's readers pass over attributes that they do not know.
 */
public final class ComponentNames {

    private static final String ATTRIBUTE = "ComponentNames";

    private ComponentNames() {}

    /** @throws IllegalArgumentException if they are longer than an attribute can be, or not text that HDF5 can hold */
    public static List<Attribute> attributes(String array, List<String> names) {
        try {
            return names.isEmpty() ? List.of() : List.of(Attribute.ofStrings(ATTRIBUTE, names));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ShownText.quoted(array) + ": " + e.getMessage(), e);
        }
    }

    /** The names that a dataset has; none if they are not of so many components. */
    static List<String> read(StoredDataset dataset, int components) throws IOException {
        Optional<StoredAttribute> attribute = dataset.attributeIfSupported(ATTRIBUTE);
        List<String> names = attribute.isPresent() ? attribute.get().strings().orElse(List.of()) : List.of();
        return names.size() == components ? names : List.of();
    }
}
