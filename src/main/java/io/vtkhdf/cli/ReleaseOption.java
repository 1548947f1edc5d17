package io.vtkhdf.cli;

import io.vtkhdf.compat.VtkRelease;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the version of VTK that {@code --oldest-vtk} takes. */
final class ReleaseOption implements ITypeConverter<VtkRelease> {

    @Override
    public VtkRelease convert(String version) {
        return VtkRelease.ofVersion(version)
                .orElseThrow(() -> new TypeConversionException("found '" + version + "', expected one of "
                        + Arrays.stream(VtkRelease.values())
                                .map(VtkRelease::version)
                                .collect(Collectors.joining(", "))));
    }
}
