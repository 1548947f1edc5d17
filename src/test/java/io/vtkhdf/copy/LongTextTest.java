package io.vtkhdf.copy;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.ThriftyPvti;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of which many parts are parsed at the same time, passed over and read in any pattern. */
class LongTextTest {

    private static final int NX = 40;
    private static final int NY = 30;
    private static final int NZ = 50;
    private static final int PATTERNS = 20;

    @TempDir
    private Path folder;

    /** All four bytes of it count, and it is not the same for any two points of the image. */
    private static int value(int x, int y, int z) {
        return (x + NX * (y + NY * z)) * 0x12345;
    }

    private static String text(Extent box) {
        StringBuilder text = new StringBuilder();
        for (int z = box.zMin(); z <= box.zMax(); z++) {
            for (int y = box.yMin(); y <= box.yMax(); y++) {
                for (int x = box.xMin(); x <= box.xMax(); x++) {
                    text.append(value(x, y, z)).append(x % 6 == 5 ? '\n' : ' ');
                }
            }
        }
        return text.toString();
    }

    private static byte[] values() {
        ByteBuffer values = ByteBuffer.allocate(NX * NY * NZ * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int z = 0; z < NZ; z++) {
            for (int y = 0; y < NY; y++) {
                for (int x = 0; x < NX; x++) {
                    values.putInt(value(x, y, z));
                }
            }
        }
        return values.array();
    }

    private static void assertValues(ImageSource open) throws IOException {
        try (ImageSource source = open) {
            ArraySpec array = source.arrays().get(0);
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                Random random = new Random(pattern);
                try (CheckedReading reading = new CheckedReading(source, array, values())) {
                    while (reading.left() > 0) {
                        int slices = Math.min(random.nextInt(6), reading.left());
                        if (random.nextInt(3) == 0) {
                            reading.skip(slices, random);
                        } else {
                            reading.read(slices, random);
                        }
                    }
                }
            }
        }
    }

    private Path vti(String name, Extent box) throws IOException {
        return Files.writeString(folder.resolve(name), """
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian">
                <ImageData WholeExtent="%1$s" Origin="0 0 0" Spacing="1 1 1"><Piece Extent="%1$s"><PointData>
                <DataArray type="Int32" Name="a" format="ascii">%2$s</DataArray>
                </PointData></Piece></ImageData></VTKFile>
                """.formatted(numbers(box), text(box)));
    }

    private static String numbers(Extent box) {
        return box.xMin() + " " + box.xMax() + " " + box.yMin() + " " + box.yMax() + " " + box.zMin() + " "
                + box.zMax();
    }

    private static Extent whole() {
        return new Extent(0, NX - 1, 0, NY - 1, 0, NZ - 1);
    }

    @Test
    void ofVti() throws IOException {
        assertValues(ImageSources.open(vti("a.vti", whole())));
    }

    @Test
    void ofLegacy() throws IOException {
        assertValues(ImageSources.open(Files.writeString(
                folder.resolve("a.vtk"),
                "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS " + NX + " " + NY + " "
                        + NZ + "\nSPACING 1 1 1\nORIGIN 0 0 0\nPOINT_DATA " + NX * NY * NZ
                        + "\nSCALARS a int 1\nLOOKUP_TABLE default\n" + text(whole()))));
    }

    /** Of pieces that overlap, side by side and one after the other, each is longer than what is parsed at once. */
    @Test
    void ofPieces() throws IOException {
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Extent box = new Extent(
                    i % 2 == 0 ? 0 : 15, i % 2 == 0 ? 20 : NX - 1, 0, NY - 1, i < 2 ? 0 : 20, i < 2 ? 25 : NZ - 1);
            vti("p" + i + ".vti", box);
            pieces.append("<Piece Extent=\"" + numbers(box) + "\" Source=\"p" + i + ".vti\"/>\n");
        }
        Path file = Files.writeString(folder.resolve("a.pvti"), """
                <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian">
                <PImageData WholeExtent="%s" GhostLevel="0" Origin="0 0 0" Spacing="1 1 1">
                <PPointData><PDataArray type="Int32" Name="a"/></PPointData>
                %s</PImageData></VTKFile>
                """.formatted(numbers(whole()), pieces));
        assertValues(ImageSources.open(file));
        assertValues(ThriftyPvti.open(file));
    }
}
