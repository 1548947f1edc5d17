package io.vtkhdf.hdf5.read;

import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeMessage;
import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** An attribute of an HDF5 object: a few numbers or one string. */
public final class StoredAttribute {

    private final StoredObject owner;
    private final AttributeMessage message;

    StoredAttribute(StoredObject owner, AttributeMessage message) {
        this.owner = owner;
        this.message = message;
    }

    /** The name of the attribute with the path of its owner. */
    public String place() {
        return owner.path() + "@" + message.getName();
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
        if (!StoredStrings.isString(message.getDataType())) {
            return Optional.empty();
        }
        return Optional.of(
                owner.file().parse(place(), storage -> StoredStrings.read(storage, message.getDataType(), bytes())));
    }

    /** How the string is stored; empty if this is something else. */
    public Optional<StoredText> storedText() throws IOException {
        Optional<StoredText.Charset> charset = StoredStrings.charset(message.getDataType());
        Optional<String> text = string();
        if (charset.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        boolean variable = message.getDataType() instanceof VariableLength;
        return Optional.of(new StoredText(
                variable ? text.get() : StoredStrings.decode(rawBytes()),
                charset.get(),
                variable ? StoredText.Length.VARIABLE : StoredText.Length.FIXED,
                message.getDataType().getSize()));
    }

    private byte[] rawBytes() {
        ByteBuffer source = bytes().duplicate();
        byte[] raw = new byte[source.remaining()];
        source.get(raw);
        return raw;
    }

    /** Whether it is a list of so many numbers. */
    public boolean isList(int count) throws IOException {
        long[] shape =
                owner.file().parse(place(), storage -> message.getDataSpace().getDimensionsAsLong());
        return shape.length == 1 && shape[0] == count && StoredNumbers.isNumber(message.getDataType());
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
                throw owner.file().corrupt(place(), Double.toString(doubles[i]), "an integer of 32 bits");
            }
        }
        return integers;
    }

    /** One integer of 64 bits. */
    public long longInteger() throws IOException {
        StoredNumbers numbers = numbers(1);
        if (numbers.type() != ScalarType.INT64) {
            throw owner.file().corrupt(place(), numbers.type().vtkName(), ScalarType.INT64.vtkName());
        }
        return ((long[]) numbers.values(bytes()))[0];
    }

    private StoredNumbers numbers(int count) throws IOException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(message.getDataType());
        if (numbers.isEmpty()) {
            throw owner.file().corrupt(place(), message.getDataType().getClass().getSimpleName(), "numbers");
        }
        long found =
                owner.file().parse(place(), storage -> message.getDataSpace().getTotalLength());
        if (found != count) {
            throw owner.file().corrupt(place(), found + " numbers", Integer.toString(count));
        }
        return numbers.get();
    }

    private ByteBuffer bytes() {
        ByteBuffer bytes = message.getDataBuffer();
        return bytes == null ? ByteBuffer.allocate(0) : bytes;
    }
}
