package io.vtkhdf.chunk;

/** Undoes a filter that made the values of a chunk smaller, how much so depending on them. Immutable. */
interface Unpacker {

    /**
     * Unpacks the first {@code length} bytes of {@code packed}.
     *
     * @param plain has room for {@code most} bytes
     * @return how many bytes there are in {@code plain} now
     * @throws ChunkFormatException if they are no such bytes, or more than {@code most}
     */
    int unpack(byte[] packed, int length, byte[] plain, int most) throws ChunkFormatException;

    /** Of a filter that was told to leave the bytes as they are. */
    static int copy(byte[] packed, int length, byte[] plain, int most) throws ChunkFormatException {
        if (length > most) {
            throw new ChunkFormatException("a chunk of " + length + " bytes", "at most " + most);
        }
        System.arraycopy(packed, 0, plain, 0, length);
        return length;
    }
}
