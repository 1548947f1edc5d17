package io.vtkhdf.bench.vtk;

import io.vtkhdf.bench.SlicePool;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.vtk.VtkImages;
import io.vtkhdf.vtk.VtkLibraries;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import vtk.vtkDoubleArray;
import vtk.vtkImageData;

/**
 * {@code WriteImage slices|image|nothing POOL NX NY NZ raw|gzip FILE}: writes float64 values that are all in memory, in
 * Java arrays or in a vtkImageData; or makes the vtkImageData only. Prints the seconds of writing.
 */
public final class WriteImage {

    private interface Work {
        void run() throws IOException;
    }

    private final Path pool;
    private final Dimensions size;
    private final WriteOptions options;
    private final Path file;

    private WriteImage(String... args) throws IOException {
        size = new Dimensions(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        pool = Path.of(args[1]);
        options = WriteOptions.defaults().withStorage(args[5].equals("gzip") ? Storage.gzip(1) : Storage.raw());
        file = Path.of(args[6]);
    }

    public static void main(String... args) throws IOException {
        WriteImage bench = new WriteImage(args);
        if (args[0].equals("slices")) {
            double[][] slices = bench.slices(bench.pool());
            time(() -> bench.write(slices));
        } else {
            VtkLibraries.load();
            vtkImageData image = bench.image(bench.pool());
            boolean isWritten = args[0].equals("image");
            time(() -> {
                if (isWritten) {
                    VtkImages.write(image, bench.file, bench.options);
                }
            });
        }
    }

    private static void time(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        System.out.println((System.nanoTime() - start) / 1e9);
    }

    /** Held by nobody while the image is written. */
    private SlicePool pool() throws IOException {
        return new SlicePool(pool, ScalarType.FLOAT64, size);
    }

    private double[][] slices(SlicePool pool) {
        double[][] slices = new double[size.z()][];
        for (int k = 0; k < slices.length; k++) {
            slices[k] = ((double[]) pool.get(k)).clone();
        }
        return slices;
    }

    private void write(double[][] slices) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(size.extent()), options)) {
            ArrayWriter array = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < slices.length; k++) {
                array.writeSlice(k, slices[k]);
            }
            writer.finish();
        }
    }

    private vtkImageData image(SlicePool pool) {
        vtkDoubleArray data = new vtkDoubleArray();
        data.SetName("data");
        data.SetNumberOfTuples(size.count());
        vtkDoubleArray slice = new vtkDoubleArray();
        for (int k = 0; k < size.z(); k++) {
            slice.SetJavaArray((double[]) pool.get(k));
            data.InsertTuples(k * slice.GetNumberOfTuples(), slice.GetNumberOfTuples(), 0, slice);
        }
        vtkImageData image = new vtkImageData();
        image.SetDimensions(size.x(), size.y(), size.z());
        image.GetPointData().AddArray(data);
        return image;
    }
}
