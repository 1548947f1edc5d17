package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredParts;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.hdf5.virtual.PartName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens the parts of virtual datasets, which are named by the file: those that are within reach. */
final class VirtualSurvey implements PartListener {

    private final List<String> missing = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<Finding> findings;
    private final String path;

    /** @param findings to be added to */
    private VirtualSurvey(List<Finding> findings, String path) {
        this.findings = findings;
        this.path = path;
    }

    /**
     * What the parts of a dataset lack, which has none of them if it is not virtual.
     *
     * @param path where findings say that it stands
     * @param findings to be added to
     */
    static StoredParts survey(StoredDataset dataset, String path, List<Finding> findings) throws IOException {
        VirtualSurvey survey = new VirtualSurvey(findings, path);
        dataset.checkParts(survey);
        return new StoredParts(survey.missing, survey.broken, survey.changed);
    }

    @Override
    public void missing(PartName part) {
        missing.add(part.toString());
        note(
                "the virtual dataset's part " + part + ", which is not there",
                "the file, with that dataset: its values read as the fill value");
    }

    @Override
    public void broken(PartName part, IOException reason) {
        if (reason instanceof UnsupportedFileException beyond) {
            if (findings.stream()
                    .noneMatch(told -> told.equals(Finding.warning(path, beyond.found(), beyond.expected())))) {
                findings.add(Finding.warning(
                        path, "the virtual dataset's part " + part + ": " + beyond.found(), beyond.expected()));
            }
        } else {
            broken.add(part.toString());
            note("the virtual dataset's part " + part + ", which cannot be read: " + found(reason), "an HDF5 file");
        }
    }

    @Override
    public void changed(PartName part, IOException reason) {
        changed.add(part.toString());
        note(
                "the virtual dataset's part " + part + ", which is not as it was: " + found(reason),
                reason instanceof FileContentException content ? content.expected() : "one that can be read");
    }

    private void note(String found, String expected) {
        findings.add(Finding.error(path, found, expected));
    }

    private static String found(IOException reason) {
        return reason instanceof FileContentException content
                ? content.found()
                : "a file that must not be read"; // All others that a look tells are of that kind.
    }
}
