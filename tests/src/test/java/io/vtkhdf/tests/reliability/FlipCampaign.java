package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.tests.reliability.FileBlock.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Flips bits of a file, one at a time, and counts what a reader makes of them. What a checksum covers is never read as
 * something else, and what is dead makes no difference; contiguous values and the global heap are covered by nothing.
 */
public final class FlipCampaign {

    private final FlipFile kind;
    private final Path file;
    private final byte[] good;
    private final Map<Kind, List<FileBlock>> blocks = new EnumMap<>(Kind.class);
    private final Random random = new Random(20);
    private int flips;
    private int found;
    private int missed;
    private int harmless;
    private int unchecked;
    private int uncheckedSilent;

    /** @param folder where the file is written */
    public FlipCampaign(FlipFile kind, Path folder) throws IOException {
        this.kind = kind;
        file = folder.resolve("flipped.vtkhdf");
        kind.write(file);
        good = Files.readAllBytes(file);
        for (FileBlock block : FileMap.of(good)) {
            blocks.computeIfAbsent(block.kind(), any -> new ArrayList<>()).add(block);
        }
        blocks.values().forEach(list -> Collections.shuffle(list, random));
    }

    Set<Kind> kinds() {
        return EnumSet.copyOf(blocks.keySet());
    }

    /** Flips bits of each kind of structure in turn, and of each structure of that kind in turn. */
    public FlipCampaign run(int count, FlipReader reader) throws Exception {
        String expected = reader.read(file).orElseThrow(() -> new AssertionError("not read: " + kind));
        List<Kind> kinds = List.copyOf(blocks.keySet());
        for (int i = 0; i < count; i++) {
            List<FileBlock> alike = blocks.get(kinds.get(i % kinds.size()));
            FileBlock block = alike.get(i / kinds.size() % alike.size());
            int bit = random.nextInt(block.length() * Byte.SIZE);
            byte[] bad = good.clone();
            bad[block.from() + bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, bad);
            count(block, reader.read(file), expected, bit);
        }
        Files.write(file, good);
        return this;
    }

    private void count(FileBlock block, Optional<String> answer, String expected, int bit) {
        flips++;
        String place = kind + ", bit " + bit + " of " + block;
        boolean isSilent = answer.isPresent() && !answer.get().equals(expected);
        if (block.kind() == Kind.DEAD) {
            assertEquals(Optional.of(expected), answer, place);
            harmless++;
        } else if (!block.kind().isChecked()) {
            unchecked++;
            uncheckedSilent += isSilent ? 1 : 0;
        } else if (isSilent) {
            throw new AssertionError(place + " is read as something else");
        } else if (answer.isPresent()) {
            missed++;
        } else {
            found++;
        }
    }

    /** Every flip under a checksum has been found: for a reader who reads everything. */
    void requireAllFound() {
        assertEquals(0, missed, kind + ": bits under a checksum, not found, though read as before");
    }

    public void report(String reader) {
        Campaign.report(
                "flips",
                flips + " bits of " + kind + " by " + reader + ": " + found + " found, " + harmless + " dead, " + missed
                        + " not read, 0 silent; " + unchecked + " under no checksum, of these " + uncheckedSilent
                        + " read as other values");
    }
}
