package io.vtkhdf.cli.view;

import io.vtkhdf.cli.slice.SlicePlane;
import java.io.IOException;
import java.util.List;

/** Who makes pictures of planes: what the page asks of the room that {@code vtkhdf slice} has its pictures of. */
interface PlanePictures {

    /** By name, the usual one first. */
    List<String> colourMaps();

    PlanePicture draw(SlicePlane plane, PlaneLook look) throws IOException;

    /** One of the usual 256 colours, as 0xRRGGBB. */
    int colour(int index);

    /** The colours of a map from the first to the last, as PNG, one pixel high. */
    byte[] scale(String colourMap) throws IOException;
}
