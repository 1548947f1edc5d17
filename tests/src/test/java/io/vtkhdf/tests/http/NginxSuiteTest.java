package io.vtkhdf.tests.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.http.HttpFiles;
import io.vtkhdf.http.HttpOptions;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.tests.ImageScribe;
import io.vtkhdf.tests.OwnReaderJudge;
import io.vtkhdf.tests.RandomImage;
import io.vtkhdf.tests.Seeds;
import io.vtkhdf.tests.Tool;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on a web server that others use. */
@Tag("nginx")
class NginxSuiteTest {

    private static final int NX = 96;
    private static final int NY = 80;
    private static final int NZ = 40;
    private static final String PASSWORD =
            "Basic " + Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private static Path served;

    @TempDir
    private static Path own;

    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        nginx = Nginx.start(served, own);
    }

    @AfterAll
    static void stop() {
        nginx.close();
    }

    private static double value(int i, int j, int k) {
        return Math.sin(i * 0.01) * j + k / 7.0;
    }

    private static double[] slice(int k) {
        double[] values = new double[NX * NY];
        for (int j = 0; j < NY; j++) {
            for (int i = 0; i < NX; i++) {
                values[j * NX + i] = value(i, j, k);
            }
        }
        return values;
    }

    private static double[] across(int i) {
        double[] values = new double[NY * NZ];
        for (int k = 0; k < NZ; k++) {
            for (int j = 0; j < NY; j++) {
                values[k * NY + j] = value(i, j, k);
            }
        }
        return values;
    }

    private static void write(String name, Storage storage) throws IOException {
        WriteOptions options = WriteOptions.defaults().withStorage(storage).withOverwrite(true);
        try (ImageDataWriter writer =
                ImageDataWriter.create(served.resolve(name), ImageGeometry.of(NX, NY, NZ), options)) {
            ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < NZ; k++) {
                data.writeSlice(k, slice(k));
            }
            writer.finish();
        }
    }

    private static void requireMost(int requests) throws Exception {
        List<Nginx.Request> made = nginx.requests();
        assertTrue(made.size() <= requests, made::toString);
    }

    static LongStream seeds() {
        return Seeds.of(24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reads_what_we_write(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        String name = "image " + seed + ".vtkhdf"; // In an address, %20.
        Seeds.run(image, () -> {
            ImageScribe.write(image, served.resolve(name));
            HttpFiles files = HttpFiles.with(HttpOptions.defaults());
            OwnReaderJudge.judge(image, files.path(nginx.address("/" + name.replace(" ", "%20"))));
        });
    }

    @Test
    void raw_data_take_a_request_a_slice() throws Exception {
        write("raw.vtkhdf", Storage.raw());
        nginx.requests();
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/raw.vtkhdf"))) {
            ArrayReader data = reader.pointArray("data");
            requireMost(2);
            assertArrayEquals(slice(7), data.readDoubles(7));
            List<Nginx.Request> one = nginx.requests();
            assertEquals(1, one.size(), one::toString);
            assertTrue(one.get(0).bytes() < 2 * 8 * NX * NY, one::toString);
        }
    }

    @Test
    void compressed_data_take_two() throws Exception {
        write("gzip.vtkhdf", Storage.gzip(6));
        nginx.requests();
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/gzip.vtkhdf"))) {
            ArrayReader data = reader.pointArray("data");
            requireMost(2);
            assertArrayEquals(slice(NZ - 1), data.readDoubles(NZ - 1));
            requireMost(2);
        }
    }

    @Test
    void slices_across_come_out_of_bricks() throws Exception {
        write("bricks.vtkhdf", Storage.gzip(1).withChunk(ChunkShape.of(16, 16, 16)));
        nginx.requests();
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/bricks.vtkhdf"))) {
            ArrayReader data = reader.pointArray("data");
            assertArrayEquals(across(42), data.readDoubles(Region.slice(data.dimensions(), Axis.X, 42)));
            requireMost(4); // Bricks that are near to one another come together.
        }
    }

    @Test
    void files_of_h5py_take_six_requests() throws Exception {
        Path file = served.resolve("h5py.vtkhdf");
        Tool.run(own, List.of(Tool.python(), "-c", """
                import h5py, numpy, sys
                with h5py.File(sys.argv[1], "w") as file:
                    group = file.create_group("VTKHDF", track_order=True)
                    group.attrs["Version"] = (1, 0)
                    group.attrs.create("Type", b"ImageData", dtype=h5py.string_dtype("ascii", 9))
                    group.attrs["WholeExtent"] = (0, 299, 0, 199, 0, 49)
                    group.attrs["Origin"] = (0.0, 0, 0)
                    group.attrs["Spacing"] = (1.0, 1, 1)
                    group.attrs["Direction"] = (1.0, 0, 0, 0, 1, 0, 0, 0, 1)
                    points = group.create_group("PointData")
                    values = numpy.arange(50 * 200 * 300, dtype="<f4").reshape(50, 200, 300)
                    points.create_dataset("data", data=values, chunks=(1, 200, 300), compression="gzip", shuffle=True)
                """, file.toString()));
        nginx.requests();
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/h5py.vtkhdf"))) {
            float[] found = reader.pointArray("data").readFloats(31);
            float[] expected = new float[200 * 300];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = 31 * expected.length + i;
            }
            assertArrayEquals(expected, found);
            requireMost(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "packed", "moved"})
    void is_read_in_spite_of_what_a_server_does(String place) throws Exception {
        write("plain.vtkhdf", Storage.raw());
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/" + place + "/plain.vtkhdf"))) {
            double[] all = reader.pointArray("data").readDoubles();
            for (int k = 0; k < NZ; k++) {
                double[] found = new double[NX * NY];
                System.arraycopy(all, k * NX * NY, found, 0, found.length);
                assertArrayEquals(slice(k), found);
            }
        }
    }

    @Test
    void who_has_no_password_is_told() throws Exception {
        write("plain.vtkhdf", Storage.raw());
        AccessDeniedException refusal = assertThrows(
                AccessDeniedException.class, () -> ImageDataReader.open(nginx.address("/locked/plain.vtkhdf")));
        assertTrue(refusal.getMessage().contains("401"), refusal.getMessage());
        HttpOptions options = HttpOptions.defaults().withHeader("Authorization", PASSWORD);
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/locked/plain.vtkhdf"), options)) {
            assertArrayEquals(slice(3), reader.pointArray("data").readDoubles(3));
        }
    }

    @Test
    void a_file_that_is_replaced_is_not_mixed_with_the_one_before() throws Exception {
        write("changing.vtkhdf", Storage.raw());
        write("other.vtkhdf", Storage.raw());
        try (ImageDataReader reader = ImageDataReader.open(nginx.address("/changing.vtkhdf"))) {
            ArrayReader data = reader.pointArray("data");
            Path other = served.resolve("other.vtkhdf");
            Files.setLastModifiedTime(other, FileTime.fromMillis(0)); // Of which its tag is made.
            Files.move(other, served.resolve("changing.vtkhdf"), StandardCopyOption.REPLACE_EXISTING);
            assertThrows(ChangedFileException.class, () -> data.readDoubles(5));
        }
    }

    @Test
    void a_certificate_is_looked_at() throws Exception {
        write("plain.vtkhdf", Storage.raw());
        IOException refusal =
                assertThrows(IOException.class, () -> ImageDataReader.open(nginx.secureAddress("/plain.vtkhdf")));
        assertTrue(refusal.getMessage().contains("certif"), refusal.getMessage());
        HttpOptions options = HttpOptions.defaults().withSslContext(trusting(nginx.certificate()));
        try (ImageDataReader reader = ImageDataReader.open(nginx.secureAddress("/plain.vtkhdf"), options)) {
            assertArrayEquals(slice(3), reader.pointArray("data").readDoubles(3));
        }
    }

    private static SSLContext trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
