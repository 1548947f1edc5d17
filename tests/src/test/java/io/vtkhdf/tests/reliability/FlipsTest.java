package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.tests.Tool;
import io.vtkhdf.tests.reliability.FileBlock.Kind;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flipped bit is found, wherever a checksum is. */
class FlipsTest {

    @TempDir
    private Path folder;

    @Test
    void everyKindOfStructureIsHit() throws IOException {
        Set<Kind> hit = EnumSet.noneOf(Kind.class);
        for (FlipFile file : FlipFile.values()) {
            hit.addAll(new FlipCampaign(file, folder).kinds());
        }
        assertEquals(EnumSet.allOf(Kind.class), hit);
    }

    @ParameterizedTest
    @EnumSource
    void byTheReader(FlipFile file) throws Exception {
        run(file, 500, "this library's reader", FlipsTest::readAll);
    }

    @ParameterizedTest
    @EnumSource
    void byADeepLook(FlipFile file) throws Exception {
        run(file, 500, "validate --deep", FlipsTest::validate);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("h5py")
    void byH5py(FlipFile file) throws Exception {
        try (H5pyDigest h5py = new H5pyDigest()) {
            run(file, 500, "h5py", h5py);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("h5dump")
    void byH5dump(FlipFile file) throws Exception {
        run(file, 24, "h5dump", this::dump);
    }

    private void run(FlipFile file, int ordinary, String name, FlipReader reader) throws Exception {
        FlipCampaign campaign = new FlipCampaign(file, folder);
        campaign.run(Campaign.rounds(ordinary), reader).report(name);
        campaign.requireAllFound();
    }

    private static Optional<String> readAll(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            StringBuilder all = new StringBuilder(reader.version() + reader.geometry() + reader.activeArrays());
            for (int step = 0; step < reader.steps(); step++) {
                addStep(reader.atStep(step), all);
            }
            return reader.unreadable().isEmpty() ? Optional.of(all.toString()) : Optional.empty();
        } catch (FileContentException e) {
            return Optional.empty();
        }
    }

    private static void addStep(ImageDataReader reader, StringBuilder all) throws IOException {
        all.append(reader.time());
        for (ArrayReader array : reader.arrays()) {
            all.append(array.spec()).append(text(array.read(Order.X_FASTEST)));
        }
        for (FieldArray field : reader.fields()) {
            all.append(field.name())
                    .append(
                            field.isStrings()
                                    ? field.asStrings().values()
                                    : text(field.asNumbers().values()));
        }
    }

    private static String text(Object values) {
        return Arrays.toString(Bits.of(values));
    }

    private static Optional<String> validate(Path file) throws IOException {
        try {
            return ImageValidator.validateDeep(file, (done, total) -> {}).isValid()
                    ? Optional.of("valid")
                    : Optional.empty();
        } catch (FileContentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> dump(Path file) throws IOException, InterruptedException {
        try {
            return Optional.of(Tool.runH5dump(folder, file, "-m", "%.17g"));
        } catch (AssertionError e) {
            return Optional.empty();
        }
    }
}
