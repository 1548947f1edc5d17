package io.vtkhdf.volume.nrrd;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.FileLocator;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.NumberedFiles;
import io.vtkhdf.volume.VolumeEncoding;
import io.vtkhdf.volume.VolumePart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the data: the header's own; one; a list behind {@code LIST}; or numbered ones, as {@code name%03d.raw
 * first last step}. In each, lines and then bytes can stand in front of the data, these compressed as the data are.
 */
final class NrrdFiles {

    private final NrrdHeader header;
    private final InputFiles files;
    private final FileLocator locator;

    NrrdFiles(NrrdHeader header, InputFiles files, InputReach reach) {
        this.header = header;
        this.files = files;
        this.locator = new FileLocator(header.file().path(), ".nhdr", reach);
    }

    /** The names of the files; empty if the data are the header's own. */
    List<String> names() throws IOException {
        if (header.field("datafile").isEmpty()) {
            return List.of();
        } else if (!header.listed().isEmpty()) {
            return header.listed();
        }
        HeaderValue field = header.required("datafile");
        String[] words = field.words();
        boolean isNumbered = words.length >= 4 && words.length <= 5 && words[0].contains("%");
        if (!isNumbered) {
            return List.of(field.text());
        }
        return NumberedFiles.names(
                field,
                words[0],
                field.integer(words[1], Integer.MIN_VALUE),
                field.integer(words[2], Integer.MIN_VALUE),
                field.integer(words[3], Integer.MIN_VALUE));
    }

    /**
     * Requires that a list of files has the slices of an image, one after the other.
     *
     * @param count of the files
     */
    void requireSlices(NrrdAxes axes, int count) throws IOException {
        if (count < 2) {
            return;
        }
        HeaderValue field = header.required("datafile");
        String[] words = field.words();
        boolean isList = words[0].equals("LIST");
        String told = words.length == (isList ? 2 : 5) ? words[words.length - 1] : "";
        int last = axes.space()[axes.space().length - 1];
        boolean isPlanar = axes.components() > 1 && !axes.areFirst();
        if (!told.isEmpty()) {
            long dimension = field.integer(told, 1);
            if (dimension != last && dimension != last + 1 || isPlanar) {
                throw field.unsupported(
                        "files of " + dimension + " axes each", "files of whole slices, or of slabs of them");
            }
        }
        long slices = axes.sizes()[axes.sizes().length - 1];
        if (isPlanar || slices % count != 0) {
            throw field.unsupported(
                    count + " files", isPlanar ? "one, as the components come last" : "files of as many slices each");
        }
    }

    List<Path> find(List<String> names) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            found.add(locator.find(header.required("datafile").place(), "data file", name));
        }
        return found;
    }

    /** @param bytes that each part takes if it is raw */
    List<VolumePart> parts(List<Path> paths, VolumeEncoding encoding, long bytes) throws IOException {
        List<VolumePart> parts = new ArrayList<>();
        if (paths.isEmpty()) {
            parts.add(part(header.file(), header.start(), encoding, bytes));
        }
        for (Path path : paths) {
            parts.add(part(files.open(path), 0, encoding, bytes));
        }
        return parts;
    }

    private VolumePart part(InputFile file, long first, VolumeEncoding encoding, long bytes) throws IOException {
        long start = first;
        if (header.field("lineskip").isPresent()) {
            start = skipLines(file, start, header.required("lineskip").integer(0, Integer.MAX_VALUE));
        }
        if (encoding == VolumeEncoding.RAW) {
            long skip = byteSkip();
            if (skip > file.size() - start) {
                throw header.required("byteskip")
                        .corrupt(
                                Long.toString(skip),
                                "at most the " + (file.size() - start) + " bytes of " + file.path());
            }
            // -1: the data are the last bytes of the file.
            start = skip >= 0 ? start + skip : Math.max(start, file.size() - bytes);
        }
        return new VolumePart(file, new InputRange(start, file.size()));
    }

    /** -1 if the data are at the end of the file. */
    long byteSkip() throws IOException {
        if (header.field("byteskip").isEmpty()) {
            return 0;
        }
        HeaderValue field = header.required("byteskip");
        return field.integer(field.words(1)[0], -1);
    }

    private long skipLines(InputFile file, long start, int count) throws CorruptFileException, IOException {
        InputText text = new InputText(new InputPlace(file, "data"), List.of(new InputRange(start, file.size())));
        for (int line = 0; line < count; line++) {
            int c = text.next();
            while (c != '\n') {
                if (c == InputText.END) {
                    throw header.required("lineskip")
                            .corrupt(Integer.toString(count), "at most the " + line + " lines of " + file.path());
                }
                c = text.next();
            }
        }
        return start + text.offset();
    }
}
