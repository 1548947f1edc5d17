package io.vtkhdf.series;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.input.FileLocator;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.vti.xml.VtiElement;
import io.vtkhdf.vti.xml.VtiXml;
import io.vtkhdf.vti.xml.VtiXmlMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ParaView's file of steps, {@code .pvd}:
 *
 * <pre>{@literal
 * <VTKFile type="Collection">
 *   <Collection>
 *     <DataSet timestep="0.5" group="" part="0" name="" file="steps/a.vti"/>
 *   </Collection>
 * </VTKFile>
 * }</pre>
 *
 * <p>The steps come in the order of their times. Several of one time, or of none, that differ in part, group or name
 * are a composite data set, which is not an image.
 */
public final class PvdFile {

    private PvdFile() {}

    /**
     * @param reach where the files may lie that it names
     * @throws io.vtkhdf.error.CorruptFileException if it is broken, or two steps have one time
     * @throws io.vtkhdf.error.UnsupportedFileException if it has composite data sets, or a file is out of reach
     */
    public static ImageSeries open(Path path, InputReach reach, ImageOpener opener) throws IOException {
        List<NamedStep> steps;
        try (InputFile file = new InputFiles().open(path)) {
            OptionalLibrary.XML.require(file, "beginning of the file", "XML");
            steps = steps(new VtiXml(file, new VtiXmlMemory()));
        }
        return new FileSeries(List.of(path), NamedStep.located(steps, new FileLocator(path, ".pvd", reach)), opener);
    }

    private static List<NamedStep> steps(VtiXml xml) throws IOException {
        VtiElement root = xml.root();
        if (!root.name().equals("VTKFile")) {
            throw root.corrupt("the element " + root.name(), "VTKFile");
        } else if (!root.required("type").equals("Collection")) {
            throw root.unsupported("type '" + root.required("type") + "'", "Collection");
        }
        List<NamedStep> steps = new ArrayList<>();
        Map<Optional<Double>, VtiElement> known = new HashMap<>();
        while (xml.nextChild()) {
            if (!xml.name().equals("Collection")) {
                xml.skip();
                continue;
            }
            while (xml.nextChild()) {
                if (xml.name().equals("DataSet")) {
                    steps.add(step(xml.element(), known));
                }
                xml.skip();
            }
        }
        return steps;
    }

    private static NamedStep step(VtiElement element, Map<Optional<Double>, VtiElement> known) throws IOException {
        String file = element.required("file");
        Optional<Double> time = element.attribute("timestep").isPresent()
                ? Optional.of(element.doubles("timestep", 1)[0])
                : Optional.empty();
        VtiElement other = known.putIfAbsent(time, element);
        if (other != null && !part(element).equals(part(other))) {
            throw element.unsupported(
                    "a composite data set, '" + other.required("file") + "' and '" + file + "' "
                            + time.map(of -> "at time " + of).orElse("without a timestep"),
                    "one image at each time: a .pvd file of one part only, or of .pvti files that join the pieces of an"
                            + " image");
        }
        return new NamedStep(element.place(), time, file);
    }

    /** What tells apart the parts of a composite data set. */
    private static List<String> part(VtiElement element) {
        return List.of(
                element.attribute("part").orElse("0"),
                element.attribute("group").orElse(""),
                element.attribute("name").orElse(""));
    }
}
