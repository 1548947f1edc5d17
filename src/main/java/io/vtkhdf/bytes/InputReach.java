package io.vtkhdf.bytes;

/**
 * Where the files may lie that an input names, such as the pieces of a {@code .pvti} file or the parts of a virtual
 * dataset.
 */
public enum InputReach {
    /** In the input's folder or below, also when links have been followed. */
    FOLDER,
    /** Anywhere in the file system: for inputs that are trusted, since they choose which files are read. */
    ANYWHERE
}
