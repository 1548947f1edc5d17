package io.vtkhdf.tests.reliability;

import java.nio.file.Path;
import java.util.Optional;

/** Someone who reads all of a file that he can. */
@FunctionalInterface
public interface FlipReader {

    /** Something that is equal if, and only if, what was read is equal; empty if he has told of an error. */
    Optional<String> read(Path file) throws Exception;
}
