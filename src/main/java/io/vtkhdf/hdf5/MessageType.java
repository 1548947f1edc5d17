package io.vtkhdf.hdf5;

/** The numbers of an object header's messages (specification IV.A.2). */
public final class MessageType {

    public static final int DATASPACE = 0x01;
    public static final int LINK_INFO = 0x02;
    public static final int DATATYPE = 0x03;
    public static final int OLD_FILL_VALUE = 0x04;
    public static final int FILL_VALUE = 0x05;
    public static final int LINK = 0x06;
    public static final int EXTERNAL_FILES = 0x07;
    public static final int DATA_LAYOUT = 0x08;
    public static final int GROUP_INFO = 0x0a;
    public static final int FILTER_PIPELINE = 0x0b;
    public static final int ATTRIBUTE = 0x0c;
    public static final int CONTINUATION = 0x10;
    public static final int SYMBOL_TABLE = 0x11;
    public static final int ATTRIBUTE_INFO = 0x15;
    public static final int REFERENCE_COUNT = 0x16;

    /** The last one that HDF5 knows. */
    public static final int LAST = 0x18;

    private MessageType() {}
}
