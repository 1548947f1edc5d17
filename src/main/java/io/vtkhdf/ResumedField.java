package io.vtkhdf;

import io.vtkhdf.hdf5.ContiguousLayout;
import io.vtkhdf.hdf5.Dataset;
import io.vtkhdf.hdf5.Datatype;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * A field array that an interrupted run has written.
 *
 * @param dataset told again, with its values where they are
 */
record ResumedField(FieldArray field, Dataset dataset) {

    static ResumedField of(String name, JhdfDataset stored) throws IOException {
        boolean strings = JhdfStrings.isString(stored.type());
        boolean ours = strings
                ? JhdfStrings.isAsciiOfVariableLength(stored.type())
                : stored.numbers().order() == ByteOrder.LITTLE_ENDIAN;
        OptionalLong address = stored.size() == 0 ? OptionalLong.of(0) : stored.contiguousAddress();
        if (!ours || address.isEmpty()) {
            throw stored.file().unsupported(stored.path(), "another form", "a field array as this library writes it");
        }
        FieldArray field = ReaderFields.read(name, stored);
        Datatype type = field.isStrings()
                ? Datatype.variableLengthString()
                : Datatypes.of(field.type().orElseThrow());
        Dataset dataset = new Dataset(
                type, stored.shape(), new ContiguousLayout(address.getAsLong(), stored.size()), new byte[0]);
        ComponentNames.attributes(field.name(), field.componentNames()).forEach(dataset::set);
        return new ResumedField(field, dataset);
    }
}
