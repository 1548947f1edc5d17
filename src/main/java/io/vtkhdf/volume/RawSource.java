package io.vtkhdf.volume;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.RawLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of bare values, of which somebody else knows what they are. */
public final class RawSource {

    private RawSource() {}

    /** @throws io.vtkhdf.error.CorruptFileException if the file has not exactly the bytes of the layout */
    public static ImageSource open(Path path, RawLayout layout) throws IOException {
        InputFiles files = new InputFiles();
        try (VolumeOpening opening = new VolumeOpening(path, files)) {
            ArraySpec array = VolumeOpening.array(layout.type(), layout.components());
            Dimensions dimensions = layout.geometry().dimensions();
            opening.requireCountable(dimensions, array);
            requireSize(opening.file(), layout, dimensions.count() * array.tupleSize());
            VolumeData data = new VolumeData(
                    "data",
                    layout.type(),
                    layout.order(),
                    VolumeEncoding.RAW,
                    List.of(new VolumePart(
                            opening.file(),
                            new InputRange(layout.headerBytes(), opening.file().size()))),
                    dimensions.count() * layout.components(),
                    0);
            InputContents contents =
                    new InputContents(layout.geometry(), List.of(array), List.of(), List.of(), List.of(), List.of());
            return opening.source(contents, data, List.of());
        }
    }

    /** More bytes than expected tell as surely as fewer that the layout is another one. */
    private static void requireSize(InputFile file, RawLayout layout, long bytes) throws IOException {
        long found = file.size() - layout.headerBytes();
        if (found != bytes) {
            String components = layout.components() == 1 ? "" : " x " + layout.components() + " components";
            String front = layout.headerBytes() == 0 ? "" : " behind the header of " + layout.headerBytes();
            String header = found > bytes
                    ? "; if the rest stands in front, the header has " + (file.size() - bytes) + " bytes"
                    : "";
            throw file.corrupt(
                    "file",
                    Math.max(0, found) + " bytes" + front,
                    layout.geometry().dimensions() + " points" + components + " of "
                            + layout.type().vtkName() + ", " + bytes + " bytes" + header);
        }
    }
}
