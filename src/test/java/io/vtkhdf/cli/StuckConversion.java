package io.vtkhdf.cli;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;

/** A conversion that commits each slice, and goes on to the middle only, where it says so and waits to be killed. */
final class StuckConversion {

    private StuckConversion() {}

    /** @param args INPUT OUTPUT raw|fast */
    public static void main(String[] args) throws IOException {
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.everySlices(1));
        if (args[2].equals("fast")) {
            options = options.withStorage(Storage.fast());
        }
        try (ImageSource source = ImageSources.open(Path.of(args[0]))) {
            new Converter(source)
                    .memory(1)
                    .listener((done, total) -> {
                        if (done > total / 2) {
                            System.out.println("stuck");
                            sleep();
                        }
                    })
                    .copyTo(new VtkhdfTarget(Path.of(args[1]), options));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
