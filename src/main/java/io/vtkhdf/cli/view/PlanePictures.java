package io.vtkhdf.cli.view;

import io.vtkhdf.plane.SlicePlane;
import java.io.IOException;
import java.util.List;

/** Who makes pictures of planes: what the page asks of the room that {@code vtkhdf slice} has its pictures of. */
interface PlanePictures {

    /** By name, the usual one first. */
    List<String> colourMaps();

    /** @throws IllegalArgumentException if it cannot be shown like that */
    PlanePicture draw(SlicePlane plane, PlaneLook look) throws IOException;

    /** The colours of a map from the first to the last, each 0xRRGGBB. */
    List<Integer> colours(String colourMap);
}
