package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.StoredValue;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** An attribute of an HDF5 object: a few numbers or one string. */
public final class StoredAttribute {

    private final StoredFile file;
    private final String place;
    private final StoredValue value;

    StoredAttribute(StoredFile file, String place, StoredValue value) {
        this.file = file;
        this.place = place;
        this.value = value;
    }

    /** The name of the attribute with the path of its owner. */
    public String place() {
        return place;
    }

    public StoredType type() {
        return value.type();
    }

    /** The string if this is exactly one. */
    public Optional<String> string() throws IOException {
        Optional<List<String>> strings = strings();
        return strings.isPresent() && strings.get().size() == 1
                ? Optional.of(strings.get().get(0))
                : Optional.empty();
    }

    /** The strings if this is a list of them. */
    public Optional<List<String>> strings() throws IOException {
        return value.type() instanceof StoredType.Text text
                ? Optional.of(file.parse(place, storage -> StoredStrings.read(storage, text, bytes())))
                : Optional.empty();
    }

    /** The string if this is exactly one, with the spaces that fill it up. */
    public Optional<String> paddedString() throws IOException {
        Optional<String> string = string();
        boolean inPlace = value.type() instanceof StoredType.Text text && text.length() == StoredType.Length.FIXED;
        return inPlace && string.isPresent() ? Optional.of(Texts.decode(bytes(), 0)) : string;
    }

    /** Whether it is a list of so many numbers. */
    public boolean isList(int count) {
        long[] sizes = value.shape().sizes();
        return sizes.length == 1 && sizes[0] == count && value.type().isNumber();
    }

    /** So many numbers of any of the scalar types. */
    public double[] doubles(int count) throws IOException {
        ScalarType type = numbers(count).type();
        Object values = numbers(count).values(bytes());
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = type.doubleAt(values, i);
        }
        return doubles;
    }

    /** So many integers, which may come in a floating-point type. */
    public int[] integers(int count) throws IOException {
        double[] doubles = doubles(count);
        int[] integers = new int[count];
        for (int i = 0; i < count; i++) {
            integers[i] = (int) doubles[i];
            if (integers[i] != doubles[i]) {
                throw file.corrupt(place, Double.toString(doubles[i]), "an integer of 32 bits");
            }
        }
        return integers;
    }

    /** One integer of 64 bits. */
    public long longInteger() throws IOException {
        StoredNumbers numbers = numbers(1);
        if (numbers.type() != ScalarType.INT64) {
            throw file.corrupt(place, numbers.type().vtkName(), ScalarType.INT64.vtkName());
        }
        return ((long[]) numbers.values(bytes()))[0];
    }

    private StoredNumbers numbers(int count) throws IOException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(value.type());
        if (numbers.isEmpty()) {
            throw file.corrupt(place, "elements of " + value.type().describe(), "numbers");
        }
        long found = file.parse(place, storage -> value.shape().elements());
        if (found != count) {
            throw file.corrupt(place, found + " numbers", Integer.toString(count));
        }
        return numbers.get();
    }

    private ByteBuffer bytes() {
        return value.bytes().slice();
    }
}
