package io.vtkhdf.tests;

import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.vti.write.VtiForm;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The ways in which we write .vti files. */
public final class XmlForms {

    private XmlForms() {}

    public static Stream<VtiForm> all() {
        return Stream.of(VtiForm.raw(), VtiForm.zlib(1), VtiForm.zlib(9), VtiForm.lz4(), VtiForm.ascii());
    }

    /** How much memory and how many threads it gets follows from the seed. */
    public static VtiTarget target(Path file, VtiForm form, long seed) {
        Set<OutputFile.Option> overwrite = Set.of(OutputFile.Option.OVERWRITE);
        return new VtiTarget(file, form, overwrite, (int) (1 + seed % 4), seed % 3 == 0 ? 1 : 1 << 22);
    }

    /** What is to be found of a written image: of a text everything but a NaN's payload. */
    public static SourceComparison comparison(VtiForm form, UnaryOperator<String> naming) {
        return form.equals(VtiForm.ascii()) ? SourceComparison.anyNan(naming) : SourceComparison.bitForBit(naming);
    }
}
