package io.vtkhdf.read;

import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.hdf5.virtual.PartName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the parts of a virtual dataset that are not there, and tells of those that cannot be read. */
final class LostParts implements PartListener {

    private final List<MissingPart> missing = new ArrayList<>();
    private final Consumer<IOException> unreadable;

    LostParts(Consumer<IOException> unreadable) {
        this.unreadable = unreadable;
    }

    List<MissingPart> missing() {
        return List.copyOf(missing);
    }

    @Override
    public void missing(PartName part) {
        missing.add(new MissingPart(part.file(), part.dataset()));
    }

    @Override
    public void broken(PartName part, IOException reason) {
        unreadable.accept(reason);
    }

    @Override
    public void changed(PartName part, IOException reason) {
        unreadable.accept(reason);
    }
}
