package io.vtkhdf.cli.option;

import io.vtkhdf.compat.VtkRelease;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the version of VTK that {@code --oldest-vtk} takes, and lists those that there are. */
final class ReleaseOption implements ITypeConverter<VtkRelease>, Iterable<String> {

    @Override
    public VtkRelease convert(String version) {
        return VtkRelease.ofVersion(version)
                .orElseThrow(() -> new TypeConversionException(
                        "found '" + version + "', expected one of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(VtkRelease.values()).map(VtkRelease::version).iterator();
    }
}
