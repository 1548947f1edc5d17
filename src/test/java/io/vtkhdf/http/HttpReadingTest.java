package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.testing.TestServer;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over HTTP is what is in the file, by as few requests as may be. */
@HangGuard
class HttpReadingTest {

    @TempDir
    Path folder;

    private static double[] values(int seed, int count) {
        return new Random(seed).doubles(count).toArray();
    }

    /** 200 x 100 x 40 points, raw. */
    private Path raw(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(200, 100, 40))) {
            var data = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < 40; k++) {
                data.writeSlice(k, values(k, 200 * 100));
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void twoRequestsOpenAFinishedFileAndOneMoreReadsASlice() throws IOException {
        raw("raw.vtkhdf");
        try (TestServer server = new TestServer(folder)) {
            try (ImageDataReader reader = ImageDataReader.open(server.address("raw.vtkhdf"))) {
                reader.fields();
                ArrayReader data = reader.pointArray("data");
                data.storage();
                assertEquals(2, server.takeRequests().size());
                assertTrue(server.takeBytes() <= 2 << 16);
                assertArrayEquals(values(17, 200 * 100), data.readDoubles(17));
                assertEquals(1, server.takeRequests().size());
                assertEquals(8L * 200 * 100, server.takeBytes());
                reader.requireUnchanged();
                assertEquals(0, server.takeRequests().size());
            }
        }
    }

    /** Their structure stands in front, as h5py and older VTKs write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hdf5/attributes-v110.h5",
                "hdf5/layouts-earliest.h5",
                "series/layouts-earliest.h5",
                "series/layouts-v110.h5",
                "series/layouts-v200.h5",
                "series/many-steps.h5"
            })
    void sixRequestsOpenFilesOfOthers(String name) throws Exception {
        Path file = Path.of(HttpReadingTest.class.getResource("/" + name).toURI());
        try (TestServer server = new TestServer(file.getParent());
                ImageDataReader local = ImageDataReader.open(file);
                ImageDataReader remote =
                        ImageDataReader.open(server.address(file.getFileName().toString()))) {
            for (ArrayReader array : remote.arrays()) {
                array.storage();
            }
            remote.fields();
            List<String> requests = server.takeRequests();
            assertTrue(requests.size() <= 6, requests::toString);
            assertEquals(local.steps(), remote.steps());
            assertFalse(local.arrays().isEmpty());
            for (int step = 0; step < local.steps(); step++) {
                for (ArrayReader array : local.atStep(step).arrays()) {
                    ArrayReader same = remote.atStep(step)
                            .array(array.spec().association(), array.spec().name());
                    assertArrayEquals(new Object[] {array.read()}, new Object[] {same.read()});
                }
            }
        }
    }

    @Test
    void slicesOfEachAxisAreThoseOfTheFile() throws IOException {
        Path file = raw("raw.vtkhdf");
        try (TestServer server = new TestServer(folder);
                ImageDataReader local = ImageDataReader.open(file);
                ImageDataReader remote = ImageDataReader.open(server.address("raw.vtkhdf"))) {
            ArrayReader data = local.pointArray("data");
            for (Axis axis : Axis.values()) {
                Region slice = Region.slice(data.dimensions(), axis, 3);
                assertArrayEquals(
                        data.readDoubles(slice), remote.pointArray("data").readDoubles(slice));
            }
        }
    }

    @Test
    void partsOfVirtualDatasetsAreFoundBesideTheMaster() throws Exception {
        Path master =
                Path.of(HttpReadingTest.class.getResource("/parts/links.vtkhdf").toURI());
        try (TestServer server = new TestServer(master.getParent())) {
            for (String name : List.of("whole", "gap", "numbered", "series", "fields", "interleaved", "links")) {
                try (ImageDataReader local = ImageDataReader.open(master.resolveSibling(name + ".vtkhdf"));
                        ImageDataReader remote = ImageDataReader.open(server.address(name + ".vtkhdf"))) {
                    assertEquals(names(local.otherFiles()), names(remote.otherFiles()));
                    assertEquals(names(local.missingFiles()), names(remote.missingFiles()));
                    for (ArrayReader array : local.arrays()) {
                        ArrayReader same = remote.array(
                                array.spec().association(), array.spec().name());
                        assertArrayEquals(new Object[] {array.read()}, new Object[] {same.read()}, name);
                    }
                    remote.requireUnchanged();
                }
            }
        }
    }

    private static Set<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    @Test
    void partsThatAreLookedForAgainCostNoRequest() throws Exception {
        Path master =
                Path.of(HttpReadingTest.class.getResource("/parts/gap.vtkhdf").toURI());
        try (TestServer server = new TestServer(master.getParent());
                ImageDataReader reader = ImageDataReader.open(server.address("gap.vtkhdf"))) {
            Object first = reader.arrays().get(0).read();
            int requests = server.takeRequests().size();
            assertTrue(requests <= 10, "" + requests);
            assertArrayEquals(
                    new Object[] {first}, new Object[] {reader.arrays().get(0).read()});
            reader.requireUnchanged();
            assertEquals(List.of(), server.takeRequests());
        }
    }

    @Test
    void seriesOfFilesAreReadByTheAddressOfTheFileThatNamesThem() throws Exception {
        Path pvd = Path.of(
                HttpReadingTest.class.getResource("/step-files/steps.pvd").toURI());
        try (TestServer server = new TestServer(pvd.getParent());
                ImageSeries local = ImageSources.openSeries(pvd);
                ImageSeries remote = ImageSources.openSeries(
                        HttpFiles.with(HttpOptions.defaults()).path(server.address("steps.pvd")))) {
            assertArrayEquals(local.times(), remote.times());
            for (int step = 0; step < local.times().length; step++) {
                try (ImageSource image = local.open(step);
                        ImageSource same = remote.open(step)) {
                    assertEquals(image.geometry(), same.geometry());
                    assertEquals(image.arrays(), same.arrays());
                }
            }
            remote.requireUnchanged();
        }
    }
}
