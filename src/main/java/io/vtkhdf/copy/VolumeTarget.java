package io.vtkhdf.copy;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.volume.Space;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One array as a volume of NRRD or MetaImage, raw, in its own type. */
public record VolumeTarget(Path file, Set<OutputFile.Option> options, VolumeForm form) implements ArrayTarget {

    /** What a data file may begin with, by which a leftover is known: anything. */
    private static final byte[] NO_HEAD = {};

    /** @throws IllegalArgumentException if the file is to be written in place: nobody could read it before its end */
    public VolumeTarget {
        options = Set.copyOf(options);
        if (options.contains(OutputFile.Option.IN_PLACE)) {
            throw new IllegalArgumentException(file + ": a " + form.kind() + " file is not written in place");
        }
    }

    @Override
    public String kind() {
        return form.kind();
    }

    /** The file of the values, if it is another. */
    private Optional<Path> dataFile() {
        if (form != VolumeForm.MHD) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return Optional.of(file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".raw"));
    }

    @Override
    public boolean overwrites(Path other) throws IOException {
        if (ArrayTarget.super.overwrites(other)) {
            return true;
        }
        Optional<Path> data = dataFile();
        return data.isPresent()
                && Files.exists(data.get())
                && Files.exists(other)
                && Files.isSameFile(data.get(), other);
    }

    @Override
    public long size() throws IOException {
        Optional<Path> data = dataFile();
        return Files.size(file) + (data.isPresent() ? Files.size(data.get()) : 0);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry.zeroBased();
    }

    @Override
    public boolean keeps(FieldArray field) {
        // MetaImage's coordinates are ITK's without a word.
        return Space.of(field)
                .filter(space -> form == VolumeForm.NRRD || space.equals(Space.OF_ITK))
                .isPresent();
    }

    @Override
    public List<String> changes(ImageSource image) {
        List<String> changes = new ArrayList<>(ArrayTarget.super.changes(image));
        for (ArraySpec array : image.arrays()) {
            if (array.association() == Association.CELL) {
                changes.add(array.association().groupName() + " '" + array.name()
                        + "': the values of cells become samples at the cells' centres");
            }
        }
        return changes;
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, bytes(form.head()));
        if (dataFile().isPresent()) {
            OutputFile.requireCreatable(dataFile().get(), options, NO_HEAD);
        }
    }

    @Override
    public void requireWritable(ImageSource image) throws IOException {
        ArrayTarget.super.requireWritable(image);
        ImageGeometry geometry = image.geometry();
        if (!place(image).isSpread()) {
            throw new IllegalArgumentException(file + ": found spacing " + geometry.spacing() + " and direction "
                    + geometry.direction() + ", expected points that do not coincide, as a " + kind() + " file holds");
        }
    }

    private static VolumePlace place(ImageSource image) {
        return new VolumePlace(image.geometry(), image.arrays().get(0).association());
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        requireWritable(first);
        if (times.length != 1) {
            throw new IllegalArgumentException(file + ": found " + times.length + " steps, expected one image");
        }
        Optional<String> space =
                first.fields().stream().map(Space::of).flatMap(Optional::stream).findFirst();
        String dataName = dataFile().map(data -> data.getFileName().toString()).orElse("");
        byte[] header = bytes(form.header(first.arrays().get(0), place(first), space, dataName));
        OutputFile named = OutputFile.create(file, options, bytes(form.head()));
        if (dataFile().isEmpty()) {
            return ArraySink.begin(named, header, listener);
        }
        OutputFile data;
        try {
            data = OutputFile.create(dataFile().get(), options, NO_HEAD);
        } catch (IOException | RuntimeException | Error e) {
            try (named) {
                named.giveUp();
                throw e;
            }
        }
        return ArraySink.begin(named, header, data, listener);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
