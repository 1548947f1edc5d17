package io.vtkhdf.vti.xml;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.runtime.MemoryBudget;
import java.util.Map;

/** The memory that the elements of all files of a source may take together, since they are held. Not thread-safe. */
public final class VtiXmlMemory {

    private static final long MAX_BYTES = MemoryBudget.METADATA.bytes();

    /** What an element makes beside its attributes, about, and what an attribute takes beside its characters. */
    private static final int ELEMENT_SIZE = 400;

    private static final int ATTRIBUTE_SIZE = 100;
    private static final int RANGE_SIZE = 40;

    private long left = MAX_BYTES;

    void takeElement(InputFile file, Map<String, String> attributes) throws UnsupportedFileException {
        left -= ELEMENT_SIZE;
        attributes.forEach((name, value) -> left -= ATTRIBUTE_SIZE + name.length() + value.length());
        requireLeft(file);
    }

    /** Of text, which comments may cut into many. */
    void takeRange(InputFile file) throws UnsupportedFileException {
        left -= RANGE_SIZE;
        requireLeft(file);
    }

    /** @throws UnsupportedFileException if there is none, also if that was said before */
    void requireLeft(InputFile file) throws UnsupportedFileException {
        if (left < 0) {
            throw file.unsupported(
                    "XML",
                    "elements that take more than " + MAX_BYTES + " bytes of memory",
                    "at most " + MemoryBudget.METADATA.share());
        }
    }
}
