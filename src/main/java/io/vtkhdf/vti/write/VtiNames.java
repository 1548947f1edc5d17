package io.vtkhdf.vti.write;

/** Names of arrays as XML can hold them. */
public final class VtiNames {

    private VtiNames() {}

    /** The name with {@code _} for each character that XML 1.0 cannot hold, however it is escaped. */
    public static String stored(String name) {
        return name.codePoints()
                .map(c -> isXml(c) ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** <a href="https://www.w3.org/TR/xml/#charsets">Extensible Markup Language 1.0, section 2.2</a>. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }

    /** As the value of an attribute; a line break or tab in it would read as a space if it stood there as it is. */
    public static String escaped(String value) {
        return stored(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
