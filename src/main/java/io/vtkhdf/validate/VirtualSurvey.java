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
     * @param findings to be added to
     */
    static StoredParts survey(StoredDataset dataset, List<Finding> findings) throws IOException {
        VirtualSurvey survey = new VirtualSurvey(findings, dataset.path());
        dataset.checkParts(survey);
        return new StoredParts(survey.missing, survey.broken, survey.changed);
    }

    @Override
    public void missing(PartName part) {
        missing.add(part.toString());
        note(
                "the virtual dataset's part " + part + " that is not there",
                "the file, with that dataset: its values read as the fill value");
    }

    @Override
    public void broken(PartName part, IOException reason) {
        if (reason instanceof UnsupportedFileException outside) {
            Finding finding = Finding.of(Finding.Severity.WARNING, outside);
            findings.add(Finding.warning(
                    path, "the virtual dataset's part " + part + ": " + finding.found(), finding.expected()));
            return;
        }
        broken.add(part.toString());
        note("the virtual dataset's part " + part + " that cannot be read: " + found(reason), "an HDF5 file");
    }

    @Override
    public void changed(PartName part, IOException reason) {
        changed.add(part.toString());
        note("the virtual dataset's part " + part + " that is not as it was: " + found(reason), expected(reason));
    }

    private void note(String found, String expected) {
        findings.add(Finding.error(path, found, expected));
    }

    private static String found(IOException reason) {
        return reason instanceof FileContentException content
                ? Finding.of(Finding.Severity.ERROR, content).found()
                : reason.getMessage();
    }

    private static String expected(IOException reason) {
        return reason instanceof FileContentException content
                ? Finding.of(Finding.Severity.ERROR, content).expected()
                : "one that can be read";
    }
}
