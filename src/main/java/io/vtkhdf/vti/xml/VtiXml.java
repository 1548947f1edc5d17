package io.vtkhdf.vti.xml;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Walks over the elements of a file. Text is passed over without being kept: only where it stands is.
 *
 * <p>Positions are those of bytes of the file.
 */
public final class VtiXml {

    private static final XMLInputFactory FACTORY = factory();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int CDATA_START = "<![CDATA[".length();
    private static final int CDATA_END = "]]>".length();

    private final InputFile file;
    private final long start;
    private final VtiCharacters characters;
    private final XMLStreamReader2 reader;
    private final VtiXmlMemory memory;

    public VtiXml(InputFile file, VtiXmlMemory memory) throws IOException {
        this.file = file;
        this.memory = memory;
        this.start = startsWithMark(file) ? BYTE_ORDER_MARK.length : 0;
        this.characters = new VtiCharacters(file, start);
        this.reader = parsing(() -> (XMLStreamReader2) FACTORY.createXMLStreamReader(characters));
    }

    private static XMLInputFactory factory() {
        // Woodstox, by what only it has: its own class cannot be compiled against without a warning.
        XMLInputFactory factory = ServiceLoader.load(XMLInputFactory.class, VtiXml.class.getClassLoader()).stream()
                .filter(provider -> XMLInputFactory2.class.isAssignableFrom(provider.type()))
                .findFirst()
                .orElseThrow()
                .get();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static boolean startsWithMark(InputFile file) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(BYTE_ORDER_MARK.length);
        file.read(0, first);
        return Arrays.equals(first.array(), BYTE_ORDER_MARK);
    }

    /** Goes into the root element. */
    public VtiElement root() throws IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw file.unsupported(place(), "a document type declaration", "none");
            }
        }
        return element();
    }

    /**
     * Goes into the next child of the element that was gone into last; false, and out of that element, if there is
     * none.
     */
    public boolean nextChild() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> {
                    // Text, comments and processing instructions between elements mean nothing.
                }
            }
        }
    }

    /** Goes out of the element that was gone into last. */
    public void skip() throws IOException {
        while (nextChild()) {
            skip();
        }
    }

    /**
     * Goes out of the element that was gone into last; where its text is, up to its first child.
     *
     * @param children is given the start tag of each child
     */
    public List<InputRange> skipText(Consumer<VtiElement> children) throws IOException {
        List<InputRange> text = new ArrayList<>();
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            int ended = event;
            long from = position();
            event = next();
            if (ended == XMLStreamConstants.CHARACTERS || ended == XMLStreamConstants.SPACE) {
                memory.takeRange(file);
                text.add(new InputRange(from, position()));
            } else if (ended == XMLStreamConstants.CDATA) {
                memory.takeRange(file);
                text.add(new InputRange(from + CDATA_START, position() - CDATA_END));
            }
        }
        for (boolean isChild = event == XMLStreamConstants.START_ELEMENT; isChild; isChild = nextChild()) {
            children.accept(element());
            skip();
        }
        return text;
    }

    public String name() {
        return reader.getLocalName();
    }

    /** The start tag that was gone into last. */
    public VtiElement element() throws UnsupportedFileException {
        return element(reader.getLocalName() + ", " + place());
    }

    /** As {@link #element()}, with a place for errors to name. */
    public VtiElement element(String place) throws UnsupportedFileException {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), VtiCharacters.decode(reader.getAttributeValue(i)));
        }
        memory.takeElement(file, attributes);
        return new VtiElement(file, place, reader.getLocalName(), attributes);
    }

    /** @throws UnsupportedFileException if the elements take too much memory, also if that was said before */
    public void requireMemory() throws UnsupportedFileException {
        memory.requireLeft(file);
    }

    /** The position after the start tag that was gone into last. */
    public long endOfTag() throws IOException {
        return start
                + characters.position(parsing(() -> reader.getLocationInfo().getEndingCharOffset()));
    }

    private long position() {
        return start + characters.position(reader.getLocationInfo().getStartingCharOffset());
    }

    private String place() {
        long skipped = characters.linesBefore(reader.getLocationInfo().getStartingCharOffset());
        return "line " + (reader.getLocationInfo().getStartLocation().getLineNumber() + skipped);
    }

    private int next() throws IOException {
        return parsing(reader::next);
    }

    private interface Parsing<T> {
        T run() throws XMLStreamException;
    }

    private <T> T parsing(Parsing<T> step) throws IOException {
        try {
            return step.run();
        } catch (OutOfMemoryError e) {
            throw file.unsupported("XML", "XML that takes more memory than there is", "what Java's heap (-Xmx) holds");
        } catch (XMLStreamException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            String place = e.getLocation() == null
                    ? "XML"
                    : "line " + (e.getLocation().getLineNumber() + characters.linesBefore(Long.MAX_VALUE));
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CorruptFileException(
                    file.path().toString(), place, "is not a VTK XML file: " + ShownText.of(problem, 300), e);
        }
    }
}
