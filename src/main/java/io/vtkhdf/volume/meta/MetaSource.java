package io.vtkhdf.volume.meta;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.Space;
import io.vtkhdf.volume.VolumeData;
import io.vtkhdf.volume.VolumeEncoding;
import io.vtkhdf.volume.VolumeOpening;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image of MetaIO's ({@code .mha}; {@code .mhd} with the data in other files): raw, compressed by zlib, or text. */
public final class MetaSource {

    private MetaSource() {}

    /**
     * @param reach where the data files may lie
     * @throws io.vtkhdf.error.CorruptFileException if the file is none of MetaIO's, or contradicts itself
     * @throws io.vtkhdf.error.UnsupportedFileException if it holds something else than an image
     */
    public static ImageSource open(Path path, InputReach reach) throws IOException {
        InputFiles files = new InputFiles();
        try (VolumeOpening opening = new VolumeOpening(path, files)) {
            return open(opening, files, reach);
        }
    }

    private static ImageSource open(VolumeOpening opening, InputFiles files, InputReach reach) throws IOException {
        MetaHeader header = MetaHeader.read(opening.file());
        Optional<HeaderValue> object = header.field("ObjectType");
        if (object.isPresent() && !object.get().text().equalsIgnoreCase("Image")) {
            throw object.get().unsupported(HeaderLines.quoted(object.get().text()), "Image");
        }
        HeaderValue typeName = header.required("ElementType");
        ScalarType type = MetaType.of(typeName.text())
                .orElseThrow(() -> typeName.unsupported(
                        HeaderLines.quoted(typeName.text()), "a type of numbers, such as MET_UCHAR or MET_FLOAT"));
        int components = header.field("ElementNumberOfChannels").isPresent()
                ? header.required("ElementNumberOfChannels").integer(1, VolumeSource.MAX_COMPONENTS)
                : 1;
        ImageGeometry geometry = MetaGeometry.of(header);
        ArraySpec array = VolumeOpening.array(type, components);
        opening.requireCountable(geometry.dimensions(), array);

        MetaFiles data = new MetaFiles(header);
        List<Path> others = data.find(reach);
        data.requireSlices(others.size(), geometry.dimensions().z());
        VolumeEncoding encoding = encoding(header);
        long values = geometry.dimensions().count() * components / Math.max(1, others.size());
        VolumeData stored = new VolumeData(
                "data",
                type,
                header.isTrue(false, "BinaryDataByteOrderMSB", "ElementByteOrderMSB")
                        ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN,
                encoding,
                data.parts(files, others, encoding, values * type.size()),
                values,
                0);
        InputContents contents = new InputContents(
                geometry, List.of(array), fields(header), List.of(), List.of(), notes(header, stored));
        return opening.source(contents, stored, others);
    }

    /** Who tells how a patient's axes lie means ITK's coordinates. */
    private static boolean isOfPatient(MetaHeader header) {
        return header.field("AnatomicalOrientation")
                .filter(orientation -> !orientation.text().contains("?"))
                .isPresent();
    }

    private static List<FieldArray> fields(MetaHeader header) {
        return isOfPatient(header) ? List.of(Space.field(Space.OF_ITK)) : List.of();
    }

    private static List<SourceNote> notes(MetaHeader header, VolumeData data) {
        List<SourceNote> notes = new ArrayList<>();
        if (isOfPatient(header)) {
            notes.add(SourceNote.ofImage(header.file().path()
                    + ": coordinates of the space left-posterior-superior, as ITK has them, are kept"));
        }
        data.excess().ifPresent(notes::add);
        return notes;
    }

    private static VolumeEncoding encoding(MetaHeader header) throws IOException {
        if (header.isTrue(false, "CompressedData")) {
            return VolumeEncoding.DEFLATED;
        }
        return header.isTrue(true, "BinaryData") ? VolumeEncoding.RAW : VolumeEncoding.TEXT;
    }
}
