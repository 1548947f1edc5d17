package io.vtkhdf.tests.vtk;

import io.vtkhdf.tests.reliability.Campaign;
import io.vtkhdf.tests.reliability.FlipCampaign;
import io.vtkhdf.tests.reliability.FlipFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vtk.vtkDataArray;
import vtk.vtkHDFReader;
import vtk.vtkImageData;

/**
 * VTK never reads another value where a checksum is. A broken chunk is an error; an array that cannot even be opened is
 * left out without one, by VTK 9.1, and with it those that come after it in the group.
 */
class FlipsSuiteTest extends VtkSuite {

    private TreeSet<String> good;
    private int leftOut;

    /** VTK 9.1 reads neither cells nor fields. */
    @ParameterizedTest
    @EnumSource(names = {"POINTS", "PAGES"})
    void byVtk(FlipFile file) throws Exception {
        FlipCampaign campaign = new FlipCampaign(file, scratch).run(Campaign.rounds(60), this::read);
        campaign.report("VTK, by leaving arrays out " + leftOut);
    }

    private Optional<String> read(Path file) {
        try {
            vtkHDFReader reader = new vtkHDFReader();
            reader.SetFileName(file.toString());
            if (reader.CanReadFile(file.toString()) != 1
                    || reader.GetExecutive().Update() != 1) {
                return Optional.empty();
            }
            return judged(content((vtkImageData) reader.GetOutputDataObject(0)));
        } finally {
            VtkLibrary.deleteAll();
        }
    }

    /** Empty if there is less than in the good file, which is the first, but nothing else. */
    private Optional<String> judged(TreeSet<String> found) {
        if (good == null) {
            good = found;
        }
        if (found.size() < good.size() && good.containsAll(found)) {
            leftOut++;
            return Optional.empty();
        }
        return Optional.of(found.toString());
    }

    /** The geometry and each array. */
    private static TreeSet<String> content(vtkImageData image) {
        TreeSet<String> content = new TreeSet<>();
        content.add(VtkFiles.geometry(image).toString());
        for (int i = 0; i < image.GetPointData().GetNumberOfArrays(); i++) {
            vtkDataArray array = image.GetPointData().GetArray(i);
            content.add(array.GetName() + Arrays.toString(VtkValues.bytes(array)));
        }
        return content;
    }
}
