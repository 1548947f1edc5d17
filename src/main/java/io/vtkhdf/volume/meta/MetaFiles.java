package io.vtkhdf.volume.meta;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.input.FileLocator;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.NumberedFiles;
import io.vtkhdf.volume.VolumeEncoding;
import io.vtkhdf.volume.VolumePart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the data: the header's own ({@code LOCAL}); one; a list behind {@code LIST}; or numbered ones, as
 * {@code name%03d.raw first last step}.
 */
final class MetaFiles {

    private final MetaHeader header;
    private final HeaderValue field;

    MetaFiles(MetaHeader header) throws IOException {
        this.header = header;
        this.field = header.required(MetaHeader.DATA_FILE);
    }

    /** The names of the files; empty if the data are the header's own. */
    private List<String> names() throws IOException {
        String text = field.text();
        if (text.equalsIgnoreCase("LOCAL")) {
            return List.of();
        } else if (!header.listed().isEmpty()) {
            return header.listed();
        }
        String[] words = field.words();
        if (!text.contains("%") || words.length < 3 || words.length > 4) {
            return List.of(text);
        }
        return NumberedFiles.names(
                field,
                words[0],
                field.integer(words[1], Integer.MIN_VALUE),
                field.integer(words[2], Integer.MIN_VALUE),
                words.length == 4 ? field.integer(words[3], Integer.MIN_VALUE) : 1);
    }

    List<Path> find(InputReach reach) throws IOException {
        FileLocator locator = new FileLocator(header.file().path(), ".mhd", reach);
        List<Path> found = new ArrayList<>();
        for (String name : names()) {
            found.add(locator.find(field.place(), "data file", name));
        }
        return found;
    }

    /** Requires that so many files have the slices of an image, one after the other. */
    void requireSlices(int count, int slices) throws IOException {
        if (count > 1 && slices % count != 0) {
            throw field.unsupported(count + " files for " + slices + " slices", "files of as many slices each");
        }
    }

    /** @param bytes that each part takes if it is raw */
    List<VolumePart> parts(InputFiles files, List<Path> paths, VolumeEncoding encoding, long bytes) throws IOException {
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
        long skip = 0;
        if (header.field("HeaderSize").isPresent()) {
            HeaderValue size = header.required("HeaderSize");
            skip = size.integer(size.words(1)[0], -1);
            if (skip > file.size() - first) {
                throw size.corrupt(
                        Long.toString(skip), "at most the " + (file.size() - first) + " bytes of " + file.path());
            } else if (skip < 0 && encoding != VolumeEncoding.RAW) {
                throw size.unsupported("-1", "the size of what stands in front, as the data are not raw");
            }
        }
        // -1: the data are the last bytes of the file.
        long start = skip >= 0 ? first + skip : Math.max(first, file.size() - bytes);
        return new VolumePart(file, new InputRange(start, end(file, start, encoding)));
    }

    private long end(InputFile file, long start, VolumeEncoding encoding) throws IOException {
        if (encoding != VolumeEncoding.DEFLATED
                || header.field("CompressedDataSize").isEmpty()) {
            return file.size();
        }
        HeaderValue field = header.required("CompressedDataSize");
        long size = field.integer(field.words(1)[0], 0);
        if (size > file.size() - start) {
            throw field.corrupt(
                    size + " bytes", "at most the " + (file.size() - start) + " that are left of " + file.path());
        }
        return size == 0 ? file.size() : start + size;
    }
}
