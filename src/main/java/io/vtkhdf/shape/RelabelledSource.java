package io.vtkhdf.shape;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import java.util.List;
import java.util.Map;

/** The same values under other names, in other roles, in another place. */
final class RelabelledSource extends WrappedSource {

    RelabelledSource(
            ImageSource inner, ImageGeometry geometry, Map<ArraySpec, ArraySpec> arrays, List<ActiveArray> active) {
        super(inner, geometry, arrays, active);
    }
}
