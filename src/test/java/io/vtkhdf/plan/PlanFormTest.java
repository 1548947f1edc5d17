package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans and receipts on their way to other processes. */
class PlanFormTest extends PlanFixture {

    static Stream<Storage> storages() {
        return Stream.of(
                Storage.raw(),
                Storage.fast(),
                Storage.gzip(9).withoutShuffle().withChecksum(),
                Storage.chunked(ChunkShape.of(3, 2, 4)).withChecksum(),
                Storage.chunked(ChunkShape.brick()));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void arriveAsTheyWereSent(Storage storage) throws Exception {
        SlabPlan plan = SlabPlan.create(file, IMAGE, ARRAYS, options(4, storage));
        SlabPlan asObject = (SlabPlan) received(sent(plan));
        SlabPlan asJson = SlabPlan.fromJson(plan.toJson());
        for (SlabPlan other : List.of(asObject, asJson)) {
            assertEquals(plan, other);
            assertEquals(plan.toJson(), other.toJson());
            assertEquals(plan.slab(plan.slabs() - 1), other.slab(plan.slabs() - 1));
            assertEquals(ARRAYS, other.arrays());
            assertEquals(IMAGE, other.geometry());
        }
        SlabReceipt receipt = write(asJson, 0);
        assertEquals(receipt, received(sent(receipt)));
        assertEquals(receipt, SlabReceipt.fromJson(receipt.toJson()));
        List<SlabReceipt> receipts = writeAll(asObject);
        plan.finish(receipts, FinishOptions.defaults().withConsolidate(true).withVerify(true));
    }

    /** Computed, not listed. */
    @Test
    void takeAsLittleHoweverManySlabsThereAre() throws IOException {
        ImageGeometry tall = ImageGeometry.of(64, 64, 100_000);
        SlabPlan plan = SlabPlan.create(file, tall, ARRAYS, options(10_000, Storage.raw()));
        assertEquals(10_000, plan.slabs());
        assertEquals(new Slab(99_990, 10), plan.slab(9_999));
        assertTrue(plan.toJson().length() < 1500, plan.toJson());
        assertTrue(sent(plan).length < 4000);
        SlabReceipt receipt = new SlabReceipt(plan.id(), 9_999, 1L << 40, List.of(1, -2, 3), "", 0);
        assertTrue(receipt.toJson().length() < 200, receipt.toJson());
        plan.abandon();
    }

    @Test
    void largeSlabsAreComputedWithoutOverflow() throws IOException {
        ImageGeometry large = ImageGeometry.of(40_000, 40_000, 1_000_000);
        List<ArraySpec> one = List.of(ArraySpec.point("a", ScalarType.UINT8));
        SlabPlan plan;
        try {
            plan = SlabPlan.create(file, large, one, PlanOptions.ofSlabs(999_999));
        } catch (java.nio.file.FileSystemException e) {
            return; // A file system that knows no file as large.
        }
        assertEquals(new Slab(999_998, 2), plan.slab(999_998));
        assertEquals(2 * 40_000L * 40_000, plan.bytes(999_998));
        plan.abandon();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"slabs\":4|\"slabs\":0|found 0 slabs",
                "\"slabs\":4|\"slabs\":24|found 24 slabs that begin at 23 multiples of 1",
                "\"unit\":1|\"unit\":0|multiples of 0",
                "\"units\":23|\"units\":24|24 multiples of 1",
                "\"extent\":[0,6|\"extent\":[0,60000|found an array of",
                "\"extent\":[0,6|\"extent\":[6|an extent is six numbers",
                "\"extent\":[0,6|\"extent\":[0,\"x\"|extent: found 'x', expected a whole number",
                "\"spacing\":[0.5|\"spacing\":[null|spacing: found nothing, expected a number",
                "\"name\":\"density\"|\"name\":7|name: found '7', expected a text",
                "\"address\":|\"address\":99999|found an array of",
                "\"slabs\":4|\"slabs\":4294967300|slabs: found '4294967300', expected a whole number of 32 bits",
                "\"overwrite\":false|\"overwrite\":\"true\"|overwrite: found 'true', expected true or false",
                "\"slabs\":4|\"slabs\":4.0|slabs: found '4.0', expected a whole number",
                "\"end\":|\"end\":99999999999999999999|expected a whole number of 64 bits",
                "\"extent\":[0,6|\"extent\":[0,8589934598|extent: found '8589934598', expected a whole number of 32",
                "\"components\":1|\"components\":4294967297|components: found '4294967297', expected a whole",
                "{\"format\"|{\"format\":1} {\"format\"|found more behind the first object, expected a plan alone",
                "\"id\":\"|\"id\":\"../x|found the id '../x",
                "\"root\":|\"root\":99|found the root at",
                "\"steps\":0|\"steps\":-1|-1 steps",
                "vtkhdf-plan-1|vtkhdf-plan-9|found the format 'vtkhdf-plan-9', expected 'vtkhdf-plan-1'",
                "\"type\":\"FLOAT32\"|\"type\":\"FLOAT16\"|FLOAT16",
                "\"arrays\":[|\"arrays\":{|is not JSON",
            })
    void whatIsNoPlanIsRefused(String found, String wrong, String message) throws IOException {
        SlabPlan plan =
                SlabPlan.create(file, IMAGE, ARRAYS, options(4, Storage.raw()).withPageAlignment(false));
        String json = plan.toJson();
        assertTrue(json.contains(found), json);
        int at = json.indexOf(found);
        String broken = json.substring(0, at) + wrong + json.substring(at + found.length());
        assertMessage(IllegalArgumentException.class, message, () -> SlabPlan.fromJson(broken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ""})
    void anOutputHasAName(String output) throws IOException {
        String json = raw(2).toJson().replaceAll("\"output\":\"[^\"]*\"", "\"output\":\"" + output + "\"");
        assertMessage(
                IllegalArgumentException.class,
                "found the output '" + output + "', expected the name of a file",
                () -> SlabPlan.fromJson(json));
    }

    /** One array at the place of another one, or over its end; and the tree in one. */
    @Test
    void arraysDoNotOverlap() throws IOException {
        String json = raw(2).toJson();
        List<Long> addresses = Pattern.compile("\"address\":([0-9]+)")
                .matcher(json)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
        for (long wrong : new long[] {addresses.get(0), addresses.get(0) + 7 * 5 * 23 * 4 - 1}) {
            String broken = json.replace("\"address\":" + addresses.get(2), "\"address\":" + wrong);
            assertMessage(
                    IllegalArgumentException.class,
                    "expected it behind the one before, which ends at ",
                    () -> SlabPlan.fromJson(broken));
        }
        String inside = json.replaceAll("\"root\":[0-9]+", "\"root\":" + (addresses.get(1) + 8));
        assertMessage(IllegalArgumentException.class, "expected it beside the arrays", () -> SlabPlan.fromJson(inside));
    }

    /** The digits of the system's language are not those of names. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai"})
    void everyLanguageHasTheSameNames(String language) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            SlabPlan plan = compressed(2);
            List<SlabReceipt> receipts = writeAll(plan);
            assertTrue(receipts.get(1).part().matches("slab-00000-[0-9a-f]{8}\\.vtkhdf"), receipts.toString());
            assertEquals(receipts.get(1), SlabReceipt.fromJson(receipts.get(1).toJson()));
            plan.finish(receipts);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersOfReceiptsAreNotCut() {
        String receipt = new SlabReceipt("x", 1, 2, List.of(3), "slab-00001-00000000.vtkhdf", 4).toJson();
        for (String[] wrong : new String[][] {
            {"\"slab\":1", "\"slab\":4294967297"},
            {"\"bytes\":2", "\"bytes\":18446744073709551618"},
            {"\"bytes\":2", "\"bytes\":2.5"},
            {"\"partBytes\":4", "\"partBytes\":1e3"}
        }) {
            String broken = receipt.replace(wrong[0], wrong[1]);
            assertMessage(
                    IllegalArgumentException.class, "expected a whole number of", () -> SlabReceipt.fromJson(broken));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "3", "null", "{\"format\":\"vtkhdf-receipt-1\"}", "<xml>"})
    void whatIsNoReceiptIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> SlabReceipt.fromJson(json));
        assertThrows(IllegalArgumentException.class, () -> SlabPlan.fromJson(json));
    }

    /** The number of slabs, in the bytes of the object. */
    @Test
    void anObjectThatIsNoPlanIsRefused() throws Exception {
        SlabPlan plan = SlabPlan.create(
                file,
                ImageGeometry.of(3, 3, 0x5a5a5),
                ARRAYS,
                options(0x5a5a5, Storage.raw()).withPageAlignment(false));
        byte[] bytes = sent(plan);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String slabs = new String(new byte[] {0, 5, (byte) 0xa5, (byte) 0xa5}, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(slabs);
        assertTrue(at > 0);
        bytes[at] = (byte) 0x80;
        assertThrows(InvalidObjectException.class, () -> received(bytes));
        plan.abandon();
    }

    private static byte[] sent(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object received(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
