package io.vtkhdf.format;

import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.hdf5.write.Attribute;
import java.io.IOException;
import java.util.Optional;

/** The attributes by which a file tells that it is unfinished; VTK's readers pass over them. */
public final class UnfinishedMarks {

    /** Of the group of the image: 1. */
    public static final String UNFINISHED = "Unfinished";

    /** Of the group of the image: what the values are made from. */
    public static final String SOURCE = "UnfinishedSource";

    /** Of the group of the image: the id of the plan for whose workers the file is reserved. */
    public static final String PLAN = "UnfinishedPlan";

    /** Of the dataset of an array that will be contiguous: the address of the space reserved for it. */
    public static final String RESERVED = "ReservedAddress";

    /** Of the group of the image if it is a time series: how many steps there will be, 0 if that is not known. */
    public static final String STEPS = "UnfinishedSteps";

    /** The group beside that of the image that holds the step that is begun and not complete, as an image. */
    public static final String STEP = "UnfinishedStep";

    /** Of that group: the time of the step. */
    public static final String TIME = "Time";

    private UnfinishedMarks() {}

    static Attribute unfinished() {
        return Attribute.ofInts(UNFINISHED, 1);
    }

    static Attribute source(String description) {
        return Attribute.ofString(SOURCE, description);
    }

    static Attribute plan(String id) {
        return Attribute.ofString(PLAN, id);
    }

    /** The plan for whose workers a file is reserved; empty if it is for none. */
    public static Optional<String> planOf(Hdf5Reader file) throws IOException {
        Optional<StoredObject> image = ImageHeader.group(file);
        Optional<StoredAttribute> id = image.isPresent() ? image.get().attribute(PLAN) : Optional.empty();
        return id.isPresent() ? id.get().string() : Optional.empty();
    }

    static Attribute steps(long known) {
        return Attribute.ofLongs(STEPS, known);
    }

    static Attribute time(double time) {
        return Attribute.ofDoubles(TIME, time);
    }

    public static Attribute reserved(long address) {
        return Attribute.ofLongs(RESERVED, address);
    }
}
