package io.vtkhdf.join;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.VirtualLayout;
import io.vtkhdf.hdf5.write.VirtualMapping;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a file whose arrays lie in others, in one commit. Not thread-safe. */
final class MasterFile {

    private final Path target;
    private final Hdf5Writer file;
    private final ImageGeometry geometry;
    private final ImageTree tree;

    private MasterFile(Path target, Hdf5Writer file, ImageGeometry geometry) {
        this.target = target;
        this.file = file;
        this.geometry = geometry;
        this.tree = new ImageTree(geometry);
        tree.open(Optional.empty());
    }

    /** Says what is in the file. */
    @FunctionalInterface
    interface Contents {
        void addTo(MasterFile master) throws IOException;
    }

    /**
     * Writes the file, which appears when it is complete.
     *
     * @param geometry as it is written
     */
    static void write(Path path, ImageGeometry geometry, WriteOptions options, Contents contents) throws IOException {
        OutputFile output = OutputFile.create(path, outputOptions(options), Signature.bytes());
        try {
            Hdf5Writer file = Hdf5Writer.create(output.target(), output.channel(), durability(options));
            MasterFile master = new MasterFile(output.target(), file, geometry);
            contents.addTo(master);
            master.tree.finish();
            file.commit(master.tree.root());
            output.publish();
            output.close();
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private static Set<OutputFile.Option> outputOptions(WriteOptions options) {
        Set<OutputFile.Option> chosen = EnumSet.noneOf(OutputFile.Option.class);
        if (options.overwrites()) {
            chosen.add(OutputFile.Option.OVERWRITE);
        }
        if (options.isDurable()) {
            chosen.add(OutputFile.Option.DURABLE);
        }
        return chosen;
    }

    private static Hdf5Writer.Durability durability(WriteOptions options) {
        return options.isDurable() ? Hdf5Writer.Durability.FORCED : Hdf5Writer.Durability.CACHED;
    }

    /** The name that it gets; links have been followed. */
    Path target() {
        return target;
    }

    Hdf5Writer file() {
        return file;
    }

    ImageTree tree() {
        return tree;
    }

    /** An array that other files hold. */
    void putArray(ArraySpec spec, long steps, List<VirtualMapping> parts) {
        FillValue fill = new FillValue(spec.type());
        Dataset dataset = new Dataset(
                Datatypes.of(spec.type()),
                StoredPlace.shape(spec, geometry, steps),
                new VirtualLayout(parts),
                fill.isZero() ? new byte[0] : fill.value());
        ComponentNames.attributes(spec.name(), spec.componentNames()).forEach(dataset::set);
        tree.put(spec.association(), spec.name(), dataset);
    }

    /** At least 2 steps. */
    void putTimes(double[] times) throws IOException {
        tree.setSteps(times.length, numbers(times));
    }

    /** The time of a single image. */
    void putTime(double time) throws IOException {
        tree.put(Association.FIELD, TimeValue.NAME, numbers(time));
    }

    private Dataset numbers(double... values) throws IOException {
        return file.appendDataset(
                Datatypes.of(ScalarType.FLOAT64), new long[] {values.length}, ScalarType.FLOAT64.toBytes(values));
    }
}
