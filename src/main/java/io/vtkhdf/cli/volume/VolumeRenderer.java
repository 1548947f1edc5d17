package io.vtkhdf.cli.volume;

import java.io.IOException;
import java.io.InputStream;

/**
 * The script that draws volumes: VTK's for the browser, vtk.js, in a jar of its own, {@code vtkhdf-view3d}, which only
 * who has npm can build. It need not be there.
 */
final class VolumeRenderer {

    /** No package, so that it is found from other modules. */
    private static final String SCRIPT = "META-INF/vtkhdf/volume.js";

    private VolumeRenderer() {}

    /** @throws UnsupportedOperationException if it is not there */
    static byte[] script() throws IOException {
        try (InputStream in = VolumeRenderer.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new UnsupportedOperationException("found no vtk.js, which --export draws with, expected"
                        + " vtkhdf-view3d.jar on the class path; in a checkout: mvn -Pview3d -pl view3d package");
            }
            return in.readAllBytes();
        }
    }
}
