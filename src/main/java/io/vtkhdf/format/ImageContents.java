package io.vtkhdf.format;

import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.util.Optional;

/** An image as a file has it: the group, what its attributes say, and the arrays in it. */
public record ImageContents(StoredObject group, ImageHeader header, ImageArrays arrays) {

    /** @throws io.vtkhdf.error.CorruptFileException if there is none */
    public static ImageContents of(Hdf5Reader file) throws IOException {
        StoredObject group = ImageHeader.group(file)
                .orElseThrow(() -> file.file().corrupt("/", "no group " + ImageHeader.GROUP, "one"));
        StoredLinks links = StoredLinks.of(group);
        ImageHeader header = ImageHeader.of(group, links);
        return new ImageContents(group, header, new ImageArrays(header, links));
    }

    /** What there is of it if it is unfinished; else empty. */
    public Optional<Unfinished> unfinished() throws IOException {
        return header.finished() ? Optional.empty() : Optional.of(arrays.slices());
    }
}
