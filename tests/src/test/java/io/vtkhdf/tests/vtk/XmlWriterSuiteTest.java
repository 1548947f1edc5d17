package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.image.Association;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.tests.RandomArray;
import io.vtkhdf.tests.RandomImage;
import io.vtkhdf.tests.RandomImageSource;
import io.vtkhdf.tests.Seeds;
import io.vtkhdf.tests.XmlForms;
import io.vtkhdf.vti.write.VtiForm;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vtk.vtkDataSetAttributes;
import vtk.vtkImageData;

/** .vti files that we write, as VTK's own reader sees them. In text it takes {@code -inf} for {@code inf}. */
class XmlWriterSuiteTest extends VtkSuite {

    static Stream<Arguments> imagesInEveryForm() {
        return XmlForms.all().flatMap(form -> Seeds.of(20).mapToObj(seed -> Arguments.of(form, seed)));
    }

    @ParameterizedTest
    @MethodSource("imagesInEveryForm")
    void vtkReadsWhatWeWrite(VtiForm form, long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Seeds.run(image, () -> {
            Path vti = scratch.resolve("image.vti");
            boolean isText = form.equals(VtiForm.ascii());
            ImageSource source = new RandomImageSource(isText ? image.withoutMinusInfinity() : image);
            new Converter(source).memory(1 + seed * 1000).copyTo(XmlForms.target(vti, form, seed));
            vtkImageData found = VtkFiles.readXml(vti);
            SourceJudge judge = new SourceJudge(found, UnaryOperator.identity());
            if (isText) {
                // Text has one NaN only; that we read all else as it was is shown without VTK.
                try (ImageSource read = ImageSources.open(vti)) {
                    judge.judge(image.geometry(), read);
                }
            } else {
                judge.judge(image.geometry(), source);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("imagesInEveryForm")
    void vtkReadsTheNamesOfComponents(VtiForm form, long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY).withComponentNames();
        Seeds.run(image, () -> {
            Path vti = scratch.resolve("image.vti");
            new Converter(new RandomImageSource(image)).copyTo(XmlForms.target(vti, form, seed));
            vtkImageData found = VtkFiles.readXml(vti);
            for (RandomArray array : image.arrays()) {
                boolean isPoint = array.spec().association() == Association.POINT;
                vtkDataSetAttributes data = isPoint ? found.GetPointData() : found.GetCellData();
                List<String> names = array.spec().componentNames();
                for (int i = 0; i < names.size(); i++) {
                    String name = data.GetAbstractArray(array.spec().name()).GetComponentName(i);
                    assertEquals(names.get(i), name == null ? "" : name);
                }
            }
        });
    }
}
