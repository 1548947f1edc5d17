package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code AppendSteps POOL NX NY NZ BEFORE COUNT step|commit|append FILE}: writes so many compressed steps, then
 * {@code COUNT} more, and prints the seconds that one of these took; with a commit each, or by going on with the
 * finished file for each. All of it is done to another file first, to be compiled.
 */
public final class AppendSteps {

    private static final int WARM = 2000;

    private final Dimensions size;
    private final SlicePool pool;
    private final int count;
    private final String how;

    private AppendSteps(String... args) throws IOException {
        size = new Dimensions(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        pool = new SlicePool(Path.of(args[0]), ScalarType.FLOAT64, size);
        count = Integer.parseInt(args[5]);
        how = args[6];
    }

    public static void main(String... args) throws IOException {
        AppendSteps bench = new AppendSteps(args);
        Path file = Path.of(args[7]);
        Path warm = file.resolveSibling("warm.vtkhdf");
        bench.seconds(warm, WARM);
        Files.delete(warm);
        System.out.println(bench.seconds(file, Integer.parseInt(args[4])) / bench.count);
    }

    private double seconds(Path file, int before) throws IOException {
        ImageGeometry geometry = ImageGeometry.of(size.extent());
        WriteOptions options = WriteOptions.defaults().withStorage(Storage.gzip(1));
        double seconds = 0;
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, geometry, TimeAxis.growing(), options)) {
            for (int n = 0; n < before; n++) {
                WriteSteps.write(series.step(n), pool, n);
            }
            if (!how.equals("append")) {
                long start = System.nanoTime();
                for (int n = before; n < before + count; n++) {
                    WriteSteps.write(series.step(n), pool, n);
                    if (how.equals("commit")) {
                        series.commit();
                    }
                }
                seconds = (System.nanoTime() - start) / 1e9;
            }
            series.finish();
        }
        return how.equals("append") ? append(file, before) : seconds;
    }

    private double append(Path file, int before) throws IOException {
        long start = System.nanoTime();
        for (int n = before; n < before + count; n++) {
            try (ImageSeriesWriter series = ImageSeriesWriter.append(file)) {
                WriteSteps.write(series.step(n), pool, n);
                series.finish();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
