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
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * A field array that an interrupted run has written.
 *
 * @param dataset told again, with its values where they are
 */
record ResumedField(FieldArray field, Dataset dataset) {

    static ResumedField of(String name, StoredDataset stored) throws IOException {
        boolean strings = stored.type().isText();
        boolean ours = strings
                ? stored.type().isAsciiOfVariableLength()
                : stored.numbers().order() == ByteOrder.LITTLE_ENDIAN;
        OptionalLong address = stored.size() == 0 ? OptionalLong.of(0) : stored.contiguousAddress();
        if (!ours || address.isEmpty()) {
            throw stored.file().unsupported(stored.path(), "another form", "a field array as this library writes it");
        }
        FieldArray field = ImageFields.read(name, stored);
        Datatype type = field.isStrings()
                ? Datatype.variableLengthString()
                : Datatypes.of(field.type().orElseThrow());
        Dataset dataset = new Dataset(
                type, stored.shape(), new ContiguousLayout(address.getAsLong(), stored.size()), new byte[0]);
        ComponentNames.attributes(field.name(), field.componentNames()).forEach(dataset::set);
        return new ResumedField(field, dataset);
    }
}
