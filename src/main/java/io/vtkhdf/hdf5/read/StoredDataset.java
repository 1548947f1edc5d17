package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredShape;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.LayoutMessage.Virtual;
import io.vtkhdf.hdf5.virtual.PartListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The structure of an HDF5 dataset, checked as far as it can be without reading data. Immutable. */
public final class StoredDataset {

    private final StoredObject object;
    private final StoredType type;
    private final StoredShape space;
    private final long[] shape;
    private final long size;
    private final BlockFactory places;

    private StoredDataset(StoredObject object, StoredType type, StoredShape space) throws IOException {
        this.object = object;
        this.type = type;
        this.space = space;
        if (type.size() < 1 || hasNegative(space.sizes())) {
            throw file().corrupt(
                            path(),
                            "shape " + Arrays.toString(space.sizes()) + " of elements of " + type.size() + " bytes",
                            "a positive size");
        }
        Optional<VirtualMappings> mappings = mappings();
        this.shape = mappings.isPresent() ? mappings.get().extent().shape() : space.sizes();
        this.size = countBytes();
        this.places = new BlockFactory(file(), path(), object.header(), mappings, shape, size);
    }

    private static boolean hasNegative(long... sizes) {
        for (long one : sizes) {
            if (one < 0) {
                return true;
            }
        }
        return false;
    }

    /** What it is made of if it is virtual, and then grows with its parts. */
    private Optional<VirtualMappings> mappings() {
        return object.header().layout().orElse(null) instanceof Virtual virtual && !space.empty()
                ? Optional.of(new VirtualMappings(file(), path(), virtual, space.sizes()))
                : Optional.empty();
    }

    private long countBytes() throws IOException {
        try {
            return Math.multiplyExact(new StoredShape(shape, shape, space.empty()).elements(), (long) type.size());
        } catch (ArithmeticException e) {
            throw file().unsupported(
                            path(),
                            "shape " + Arrays.toString(shape) + " of elements of " + type.size() + " bytes",
                            "less than 2^63 bytes in all");
        }
    }

    public static StoredDataset of(StoredObject object) throws IOException {
        Optional<StoredType> type = object.header().type();
        Optional<StoredShape> space = object.header().shape();
        if (type.isEmpty() || space.isEmpty()) {
            String missing = type.isEmpty() ? "an object without a datatype" : "an object without a dataspace";
            throw object.file().corrupt(object.path(), missing, "a whole dataset");
        }
        return new StoredDataset(object, type.get(), space.get());
    }

    public StoredFile file() {
        return object.file();
    }

    public String path() {
        return object.path();
    }

    public long[] shape() {
        return shape.clone();
    }

    /** The bytes of all elements. */
    public long size() {
        return size;
    }

    public StoredType type() {
        return type;
    }

    /** What the elements are, for people. */
    public String typeName() {
        return type.describe();
    }

    /** @throws UnsupportedFileException if the elements are not values of one of the ten scalar types */
    public StoredNumbers numbers() throws UnsupportedFileException {
        Optional<StoredNumbers> numbers = StoredNumbers.of(type);
        if (numbers.isEmpty()) {
            throw file().unsupported(
                            path(),
                            "elements of " + typeName(),
                            "integers or IEEE floating-point numbers of at most 64 bits, or booleans");
        }
        return numbers.get();
    }

    public Optional<StoredAttribute> attribute(String name) throws IOException {
        return object.attribute(name);
    }

    public Optional<StoredAttribute> attributeIfSupported(String name) throws IOException {
        return object.attributeIfSupported(name);
    }

    /**
     * The strings that elements stand for, as the file has them.
     *
     * @throws CorruptFileException if they are not to be found
     */
    public List<String> strings(ByteBuffer elements) throws IOException {
        if (!(type instanceof StoredType.Text text)) {
            throw file().corrupt(path(), "elements of " + typeName(), "strings");
        }
        return file().parse(path(), storage -> StoredStrings.read(storage, text, elements));
    }

    /** How to get at the data, which must not be empty. */
    public Blocks blocks() throws IOException {
        return places.blocks();
    }

    /** Whether HDF5 1 cannot open it. */
    public boolean isOfHdf5Two() throws IOException {
        return object.header().isOfHdf5Two() || places.isMappedByHdf5Two();
    }

    /** Opens each dataset that it is made of, if it is virtual, and tells what is wrong with them. */
    public void checkParts(PartListener listener) throws IOException {
        places.checkParts(listener);
    }

    /** The filters that a reader of the data needs: those that at least one chunk did not leave out. */
    public List<StoredFilter> neededFilters() throws IOException {
        return places.neededFilters();
    }

    /** The parameters of the filter of the given number; empty if there is none. */
    public Optional<int[]> filterParameters(int id) {
        return object.header().filters().stream()
                .filter(filter -> filter.id() == id)
                .map(StoredFilter::parameters)
                .findFirst();
    }

    /** Where the data lie if they are contiguous, inside the file; empty if they are stored otherwise. */
    public OptionalLong contiguousAddress() throws IOException {
        return places.contiguousAddress();
    }

    /** @throws CorruptFileException if so many bytes as the data take are not inside the file at that address */
    public void requireHeld(long address) throws IOException {
        places.requireHeld(address);
    }

    /** One element as it stands in the file, for chunks never written: 0 unless the dataset says otherwise. */
    public ByteBuffer fillValue() {
        return object.header().fill();
    }

    /** How elements stand in the file that are taken as they are. */
    public ElementForm plainForm() {
        return ElementForm.plain(ByteOrder.nativeOrder(), fillValue());
    }

    /** How elements stand in the file whose values are taken. */
    public ElementForm form() throws UnsupportedFileException {
        return numbers().form(fillValue());
    }
}
