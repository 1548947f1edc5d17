package io.vtkhdf.legacy;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import java.util.List;

/**
 * What a file holds.
 *
 * @param coordinates of a rectilinear grid, those of x, y and z; of an image none
 * @param arrays the point and cell arrays that are offered
 * @param fields the field arrays, of types that are offered
 * @param unreadable other arrays, which are not offered
 * @param notes what is offered in another form, or passed over
 */
record LegacyIndex(
        LegacyEncoding encoding,
        ImageGeometry geometry,
        List<LegacyArray> coordinates,
        List<LegacyArray> arrays,
        List<LegacyArray> fields,
        List<ActiveArray> active,
        List<UnreadableArray> unreadable,
        List<SourceNote> notes) {}
