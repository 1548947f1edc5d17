package io.vtkhdf.validate;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.RegionCopy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads and decodes all that the datasets of a file store, some blocks at a time, and notes each block that is bad. */
final class DeepSurvey {

    /** So many bad blocks of a dataset are named; the others are counted. */
    static final int MOST_NAMED = 20;

    private final List<SurveyedDataset> datasets;
    private final List<Finding> findings;
    private final ImageValidator.Listener listener;
    private final List<String> broken = new ArrayList<>();
    private long total;
    private long done;

    /** @param findings to be added to */
    DeepSurvey(List<SurveyedDataset> datasets, List<Finding> findings, ImageValidator.Listener listener) {
        this.datasets = datasets;
        this.findings = findings;
        this.listener = listener;
    }

    void run() throws IOException {
        List<Blocks> blocks = new ArrayList<>();
        for (SurveyedDataset dataset : datasets) {
            blocks.add(dataset.dataset().blocks());
            total += blocks.get(blocks.size() - 1).storedBytes();
        }
        for (int i = 0; i < datasets.size(); i++) {
            survey(datasets.get(i), blocks.get(i));
        }
    }

    /**
     * What the releases make of the file, given what they make of its structure: at bad data VTK tells an error and
     * delivers no arrays.
     */
    List<Reading> readings(List<Reading> ofStructure) {
        return broken.isEmpty()
                ? ofStructure
                : ofStructure.stream()
                        .map(reading -> reading.refusedFor(broken))
                        .toList();
    }

    private void survey(SurveyedDataset dataset, Blocks blocks) throws IOException {
        int before = findings.size();
        BadBlocks bad = verify(dataset, blocks);
        findings.addAll(bad.named.values());
        if (bad.count > bad.named.size()) {
            findings.add(Finding.error(dataset.path(), (bad.count - bad.named.size()) + " more like these", "none"));
        } else if (bad.count == 0) {
            dataset.verifyStrings().ifPresent(findings::add);
        }
        if (blocks.storage() == LayoutClass.VIRTUAL && findings.stream().noneMatch(dataset::isBad)) {
            dataset.verifyReading(blocks).ifPresent(findings::add);
        }
        if (findings.subList(before, findings.size()).stream()
                .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            broken.add(dataset.array() + ": some of its data are bad");
        }
        long unchecked = blocks.unchecked();
        if (unchecked > 0) {
            findings.add(Finding.note(
                    dataset.path(),
                    unchecked + " of " + blocks.storedBytes() + " bytes have no checksum (" + blocks.storage()
                            + " data): they are there, but a changed value would not be noticed",
                    "a checksum"));
        }
    }

    private BadBlocks verify(SurveyedDataset dataset, Blocks blocks) throws IOException {
        BadBlocks bad = new BadBlocks();
        long count = blocks.storedCount();
        int workers = RegionCopy.workers(count, blocks.loaderMemory());
        blocks.verify(workers, (index, verdict) -> hear(dataset, blocks, index, verdict, bad));
        return bad;
    }

    private void hear(SurveyedDataset dataset, Blocks blocks, long index, Blocks.Verdict verdict, BadBlocks bad)
            throws IOException {
        Blocks.Stored stored = blocks.stored(index);
        String place = dataset.place(blocks, stored);
        try {
            verdict.require();
        } catch (FileContentException e) {
            if (blocks.storage() != LayoutClass.VIRTUAL) {
                bad.add(index, Finding.error(place, e.found(), e.expected()));
            } else if (e instanceof CorruptFileException) {
                bad.add(index, Finding.error(place, e.resource() + ": " + e.place() + ": " + e.found(), e.expected()));
            } // A part that is out of reach, or beyond this library, is told of beside its name.
        } catch (InterruptedIOException | ChangedFileException e) {
            throw e; // Says nothing of the block.
        } catch (IOException e) {
            bad.add(index, Finding.error(place, "a failure to read: " + e.getMessage(), "readable bytes"));
        }
        tell(stored.size());
    }

    private synchronized void tell(long bytes) {
        done += bytes;
        listener.progress(done, total);
    }

    /** The first bad blocks of a dataset, and how many there are. Thread-safe while it is filled. */
    private static final class BadBlocks {
        private final TreeMap<Long, Finding> named = new TreeMap<>();
        private long count;

        synchronized void add(long index, Finding finding) {
            count++;
            named.put(index, finding);
            if (named.size() > MOST_NAMED) {
                named.pollLastEntry();
            }
        }
    }
}
