package io.vtkhdf.plane;

import java.io.IOException;
import java.util.List;

/** Planes of values that belong together, such as the frames of a series; one at a time is open. */
@FunctionalInterface
public interface PlaneSet {

    /** Receives planes, each for the time of the call. */
    interface Visitor {
        void plane(Plane plane) throws IOException;
    }

    /** Visits each plane, as often as it is called. */
    void forEach(Visitor visitor) throws IOException;

    static PlaneSet of(List<? extends Plane> planes) {
        return visitor -> {
            for (Plane plane : planes) {
                visitor.plane(plane);
            }
        };
    }
}
