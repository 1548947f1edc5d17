package io.vtkhdf.write;

import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.ImageFields;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.image.FieldArray;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A field array that an interrupted run has written.
 *
 * @param values empty if they are too large for the heap
 * @param dataset told again, with its values where they are
 */
record ResumedField(String name, Optional<FieldArray> values, Dataset dataset) {

    static ResumedField of(String name, StoredDataset stored) throws IOException {
        Dataset dataset = dataset(name, stored);
        return new ResumedField(name, Optional.of(ImageFields.read(name, stored)), dataset);
    }

    static ResumedField ofLarge(String name, StoredDataset stored) throws IOException {
        return new ResumedField(name, Optional.empty(), dataset(name, stored));
    }

    private static Dataset dataset(String name, StoredDataset stored) throws IOException {
        boolean strings = stored.type().isText();
        boolean ours = strings
                ? stored.type().isAsciiOfVariableLength()
                : stored.numbers().isAsWritten();
        OptionalLong address = stored.size() == 0 ? OptionalLong.of(0) : stored.contiguousAddress();
        if (!ours || address.isEmpty()) {
            throw stored.file().unsupported(stored.path(), "another form", "a field array as this library writes it");
        }
        Datatype type = strings
                ? Datatype.variableLengthString()
                : Datatypes.of(stored.numbers().type());
        Dataset dataset = new Dataset(
                type, stored.shape(), new ContiguousLayout(address.getAsLong(), stored.size()), new byte[0]);
        ComponentNames.attributes(name, ImageFields.componentNames(stored)).forEach(dataset::set);
        return dataset;
    }

    /** Whether it is the one that is given now, as far as that can be told: what is too large is written once more. */
    boolean holds(FieldArray given) {
        return values.isPresent() && values.get().isSameAs(given);
    }
}
