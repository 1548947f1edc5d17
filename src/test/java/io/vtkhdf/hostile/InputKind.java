package io.vtkhdf.hostile;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.legacy.LegacySource;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.volume.meta.MetaSource;
import io.vtkhdf.volume.npy.NpySource;
import io.vtkhdf.volume.nrrd.NrrdSource;
import io.vtkhdf.volume.stack.StackSource;
import io.vtkhdf.vti.PvtiSource;
import io.vtkhdf.vti.VtiSource;
import io.vtkhdf.vti.VtrSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;

/** The formats that are read, and how everything in a file of each is read, within bounds of what is asked for. */
public enum InputKind {
    VTKHDF("h5") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            try {
                ImageValidator.validate(file);
            } catch (FileContentException e) {
                digest.refused(e);
            }
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                digest.add(reader.version(), reader.geometry());
                for (int step = 0; step < Math.min(reader.steps(), MAX_STEPS); step++) {
                    readStep(reader.atStep(step), digest);
                }
                readStep(reader.atStep(reader.stepAt(Double.MAX_VALUE)), digest);
            }
            digest.throwRefused();
        }
    },
    VTI("vti") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(VtiSource.open(file), digest);
        }
    },
    PVTI("pvti") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(PvtiSource.open(file), digest);
        }
    },
    LEGACY("vtk") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(LegacySource.open(file), digest);
        }
    },
    VTR("vtr") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(VtrSource.open(file), digest);
        }
    },
    NPY("npy") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(NpySource.open(file), digest);
        }
    },
    NRRD("nrrd") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(NrrdSource.open(file, InputReach.FOLDER), digest);
        }
    },
    META("mha") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(MetaSource.open(file, InputReach.FOLDER), digest);
        }
    },
    TIFF("tif") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(StackSource.open(file), digest);
        }
    },
    PNG("png") {
        @Override
        void read(Path file, Digest digest) throws IOException {
            readSource(StackSource.open(file), digest);
        }
    };

    private static final int MAX_SLICE = 1 << 18;
    private static final int MAX_SLICES = 3000;
    private static final int MAX_STEPS = 4;

    private final String extension;

    InputKind(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /**
     * Reads all that there is.
     *
     * @return the same for two files with the same content
     * @throws FileContentException if the file, or the first part of it that cannot be read, is refused
     */
    long read(Path file) throws IOException {
        Digest digest = new Digest();
        read(file, digest);
        return digest.value();
    }

    abstract void read(Path file, Digest digest) throws IOException;

    private static void readStep(ImageDataReader reader, Digest digest) throws IOException {
        digest.add(reader.time(), reader.activeArrays(), reader.unreadable());
        leftOut(reader, digest);
        readFields(reader, digest);
        for (ArrayReader array : reader.arrays()) {
            readArray(array, digest);
        }
    }

    /** A wrong checksum first, so that it is put right. */
    private static void leftOut(ImageDataReader reader, Digest digest) {
        reader.unreadable().stream()
                .sorted(Comparator.comparing(
                        array -> Checksums.mismatch(array.message()).isEmpty()))
                .forEach(array -> digest.refused(array.reason()));
    }

    private static void readFields(ImageDataReader reader, Digest digest) throws IOException {
        try {
            reader.fields().forEach(digest::add);
        } catch (FileContentException e) {
            digest.refused(e);
        }
    }

    private static void readArray(ArrayReader array, Digest digest) throws IOException {
        try {
            digest.add(array.spec(), array.storage());
            Dimensions d = array.dimensions();
            if (array.spec().components() <= MAX_SLICE) {
                Dimensions few = new Dimensions(Math.min(d.x(), 1100), Math.min(d.y(), 9), Math.min(d.z(), 9));
                digest.addValues(array.read(new Region(0, 0, 0, few), Order.X_FASTEST));
            }
        } catch (FileContentException e) {
            digest.refused(e);
        }
    }

    private static void readSource(ImageSource open, Digest digest) throws IOException {
        try (ImageSource source = open) {
            digest.add(source.geometry(), source.activeArrays(), source.unreadable(), source.notes());
            source.fields().forEach(digest::add);
            for (ArraySpec spec : source.arrays()) {
                try {
                    readSlabs(source, spec, digest);
                } catch (FileContentException e) {
                    digest.refused(e);
                }
            }
        }
        digest.throwRefused();
    }

    private static void readSlabs(ImageSource source, ArraySpec spec, Digest digest) throws IOException {
        digest.add(spec);
        Dimensions dimensions = source.geometry().dimensions(spec.association());
        long slice = (long) dimensions.x() * dimensions.y() * spec.tupleSize();
        if (slice > 0 && slice <= MAX_SLICE) {
            try (SlabReader reader = source.open(spec)) {
                ByteBuffer target = ByteBuffer.allocate((int) slice);
                for (int z = 0; z < Math.min(dimensions.z(), MAX_SLICES); z++) {
                    reader.read(1, target.clear());
                    digest.addValues(target.array());
                }
            }
        }
    }
}
