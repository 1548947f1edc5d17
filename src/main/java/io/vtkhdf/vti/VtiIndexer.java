package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.vti.block.VtiFormat;
import io.vtkhdf.vti.xml.VtiElement;
import io.vtkhdf.vti.xml.VtiXml;
import io.vtkhdf.vti.xml.VtiXmlMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the XML of a file up to the appended data, which is none. Elements that VTK does not know are passed over. */
final class VtiIndexer {

    /** What {@code VTKFile} holds in a {@code .vti} and in a {@code .pvti} file. */
    static final String IMAGE = "ImageData";

    static final String PARALLEL_IMAGE = "PImageData";

    /** What a {@code .vtr} file holds: an image if its points are at equal distances. */
    static final String GRID = "RectilinearGrid";

    private static final int MAX_ARRAYS = 10_000;

    private final InputFile file;
    private final String type;
    private final VtiXml xml;
    private final List<VtiContents.Piece> pieces = new ArrayList<>();
    private final List<PvtiPart> parts = new ArrayList<>();
    /** Of a grid: the arrays of coordinates of each piece. */
    private final List<List<VtiArray>> coordinates = new ArrayList<>();

    private final Map<Association, VtiArrays> declared = new EnumMap<>(Association.class);
    private final List<ActiveArray> declaredActive = new ArrayList<>();
    private final VtiArrays fields = new VtiArrays();
    private final Set<String> fieldNames = new HashSet<>();
    private final VtiLeftOut leftOut = new VtiLeftOut();
    /** Once for each array, although each piece may have it. */
    private final Set<SourceNote> notes = new LinkedHashSet<>();

    private VtiElement image;
    private ImageGeometry geometry;
    private List<Double> times = List.of();

    private VtiIndexer(InputFile file, String type, VtiXmlMemory memory) throws IOException {
        this.file = file;
        this.type = type;
        this.xml = new VtiXml(file, memory);
    }

    /** @param type {@link #IMAGE}, {@link #PARALLEL_IMAGE} or {@link #GRID}; another in the file is an error */
    static VtiContents index(InputFile file, String type, VtiXmlMemory memory) throws IOException {
        OptionalLibrary.XML.require(file, "beginning of the file", "XML");
        return new VtiIndexer(file, type, memory).readFile();
    }

    private VtiContents readFile() throws IOException {
        VtiElement root = xml.root();
        if (!root.name().equals("VTKFile")) {
            throw root.corrupt("the element " + root.name(), "VTKFile");
        }
        if (!root.required("type").equals(type)) {
            throw root.unsupported(
                    "type '" + root.required("type") + "'", VtiOtherTypes.expected(root.required("type"), type));
        }
        VtiFormat format = VtiFormat.of(root);
        VtiIndex.Appended appended = null;
        while (appended == null && xml.nextChild()) {
            if (xml.name().equals(type)) {
                readImage();
            } else if (xml.name().equals("AppendedData")) {
                appended = readAppended();
            } else {
                xml.skip();
            }
        }
        if (image == null) {
            throw root.corrupt("no element " + type, "one");
        }
        return new VtiContents(
                image,
                geometry,
                format,
                times,
                List.copyOf(pieces),
                List.copyOf(parts),
                List.copyOf(coordinates),
                fields,
                leftOut,
                List.copyOf(notes),
                appended);
    }

    private VtiIndex.Appended readAppended() throws IOException {
        boolean raw = xml.element().attribute("encoding").filter("raw"::equals).isPresent();
        VtiIndex.Encoding encoding = raw ? VtiIndex.Encoding.RAW : VtiIndex.Encoding.BASE64;
        return new VtiIndex.Appended(startOfAppended(xml.endOfTag()), encoding);
    }

    /** After the underscore that is the first character, if there is one. */
    private long startOfAppended(long endOfTag) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(1);
        long position = endOfTag;
        while (file.read(position, first.clear()) > 0 && InputText.isSpace(first.get(0))) {
            position++;
        }
        return first.get(0) == '_' ? position + 1 : position;
    }

    private void readImage() throws IOException {
        if (image != null) {
            throw xml.element().corrupt("a second element " + type, "one");
        }
        image = xml.element();
        if (image.attribute("TimeValues").isPresent()) {
            times = times(image);
        }
        geometry = geometry(image);
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "FieldData" -> readArrays(Association.FIELD, fields, fieldNames);
                case "PPointData" -> readArrays(Association.POINT, declared, declaredActive);
                case "PCellData" -> readArrays(Association.CELL, declared, declaredActive);
                case "Piece" -> readPieceOrPart();
                default -> xml.skip();
            }
        }
        if (type.equals(PARALLEL_IMAGE)) {
            pieces.add(new VtiContents.Piece(image, geometry.extent(), declared, List.copyOf(declaredActive)));
        }
    }

    private static List<Double> times(VtiElement image) throws IOException {
        double[] times = image.doubles("TimeValues");
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || i > 0 && times[i] <= times[i - 1]) {
                throw image.corrupt("TimeValues with " + times[i] + " at step " + i, "finite numbers that increase");
            }
        }
        return Arrays.stream(times).boxed().toList();
    }

    private static ImageGeometry geometry(VtiElement image) throws IOException {
        Extent extent = extent(image, "WholeExtent")
                .orElseThrow(() -> image.unsupported("an image without points", "at least 1 x 1 x 1 points"));
        double[] origin = doubles(image, "Origin", 0, 0, 0);
        double[] spacing = doubles(image, "Spacing", 1, 1, 1);
        double[] direction = doubles(image, "Direction", Direction.IDENTITY.toArray());
        try {
            return new ImageGeometry(
                    extent,
                    new Vector3(origin[0], origin[1], origin[2]),
                    new Vector3(spacing[0], spacing[1], spacing[2]),
                    Direction.of(direction));
        } catch (IllegalArgumentException e) {
            throw image.corrupt(image.attributes().toString(), "finite Origin, Spacing and Direction");
        }
    }

    private static double[] doubles(VtiElement element, String attribute, double... absent) throws IOException {
        return element.attribute(attribute).isPresent() ? element.doubles(attribute, absent.length) : absent;
    }

    /** Empty if it holds no point, as VTK writes that: with an end before the start. */
    private static Optional<Extent> extent(VtiElement element, String attribute) throws IOException {
        int[] e = element.ints(attribute, 6);
        if (e[1] < e[0] || e[3] < e[2] || e[5] < e[4]) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Extent(e[0], e[1], e[2], e[3], e[4], e[5]));
        } catch (IllegalArgumentException tooLarge) {
            throw element.wrong(attribute, "fewer than 2^31 points along each axis");
        }
    }

    private void readPieceOrPart() throws IOException {
        VtiElement element = xml.element();
        Optional<Extent> extent = extent(element, "Extent");
        if (!type.equals(PARALLEL_IMAGE)) {
            readPiece(element, extent);
            return;
        }
        xml.skip();
        if (extent.isPresent()) {
            parts.add(new PvtiPart(element, extent.get(), element.required("Source")));
        }
    }

    private void readPiece(VtiElement element, Optional<Extent> extent) throws IOException {
        Map<Association, VtiArrays> arrays = new EnumMap<>(Association.class);
        List<ActiveArray> active = new ArrayList<>();
        VtiArrays axes = new VtiArrays();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "PointData" -> readArrays(Association.POINT, arrays, active);
                case "CellData" -> readArrays(Association.CELL, arrays, active);
                case "Coordinates" -> readArrays(Association.POINT, axes, new HashSet<>());
                default -> xml.skip();
            }
        }
        if (extent.isPresent()) {
            pieces.add(new VtiContents.Piece(element, extent.get(), arrays, List.copyOf(active)));
            coordinates.add(List.copyOf(axes.at(0).values()));
        }
    }

    private void readArrays(Association association, Map<Association, VtiArrays> arrays, List<ActiveArray> active)
            throws IOException {
        VtiElement element = xml.element();
        VtiArrays found = new VtiArrays();
        readArrays(association, found, new HashSet<>());
        if (arrays.put(association, found) != null) {
            throw element.corrupt("a second element " + element.name(), "one in a piece");
        }
        for (ArrayRole role : ArrayRole.values()) {
            element.attribute(role.vtkName())
                    .filter(found::has)
                    .ifPresent(name -> active.add(new ActiveArray(association, role, name)));
        }
    }

    /** @param names of all arrays so far, also of those that cannot be read */
    private void readArrays(Association association, VtiArrays arrays, Set<String> names) throws IOException {
        int count = 0;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "DataArray", "Array", "PDataArray", "PArray" -> {
                    readArray(association, arrays, names);
                    xml.requireMemory();
                    if (++count > MAX_ARRAYS * Math.max(1L, times.size())) {
                        throw image.unsupported("more than " + MAX_ARRAYS + " arrays in one place", "fewer");
                    }
                }
                default -> xml.skip();
            }
        }
        for (VtiArray array : arrays.ambiguous()) {
            leftOut.add(
                    association,
                    array.name(),
                    array.place().corrupt("several arrays of this name for one TimeStep", "one for each step"));
        }
    }

    private void readArray(Association association, VtiArrays arrays, Set<String> names) throws IOException {
        VtiElement tag = xml.element();
        Optional<String> given = tag.attribute("Name");
        VtiElement element = given.isPresent() ? tag.at(association.groupName() + " '" + given.get() + "'") : tag;
        String name = given.orElse(tag.place());
        List<String> keys = new ArrayList<>();
        List<InputRange> text = xml.skipText(child -> VtiArray.lostKey(child).ifPresent(keys::add));
        boolean isFirst = names.add(name);
        if (!isFirst && times.size() <= 1) {
            note(element, association, name, "only the first of several arrays with this name is taken, as by VTK");
        } else if (association == Association.FIELD
                && element.attribute("NumberOfTuples").isEmpty()) {
            note(element, association, name, "left out, since without NumberOfTuples it has no values in VTK");
        } else {
            readArray(element, association, name, arrays, text, keys);
        }
    }

    private void readArray(
            VtiElement element,
            Association association,
            String name,
            VtiArrays arrays,
            List<InputRange> text,
            List<String> keys) {
        try {
            VtiArray array = VtiArray.of(element, association, VtiSteps.of(element, times.size()), text, keys);
            arrays.add(array);
            notes.addAll(array.notes(association));
        } catch (FileContentException e) {
            leftOut.add(association, name, e);
        }
    }

    private void note(VtiElement element, Association association, String name, String change) {
        notes.add(ArrayChanges.note(new InputPlace(file, element.place()), association, name, change));
    }
}
