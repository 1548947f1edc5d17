package io.vtkhdf.tests.reliability;

/** The kinds of what is written. */
enum Subjects {
    IMAGE {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return Specimen.of(x, y, z * steps);
        }
    },
    GROWING_SERIES {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return SeriesSpecimen.growing(x, y, z, steps);
        }
    },
    KNOWN_SERIES {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return SeriesSpecimen.known(x, y, z, steps);
        }
    },
    /** One step is appended to an image, then more. */
    APPENDED_IMAGE {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return new AppendedSeries(SeriesSpecimen.known(x, y, z, steps), 1, false);
        }
    },
    APPENDED_SERIES {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return new AppendedSeries(SeriesSpecimen.growing(x, y, z, steps), 2, false);
        }
    },
    /** As {@link #APPENDED_SERIES}, to a file of h5py. */
    APPENDED_H5PY {
        @Override
        Subject of(int x, int y, int z, int steps) {
            return new AppendedSeries(SeriesSpecimen.growing(x, y, z, steps), 2, true);
        }
    };

    /** Whether it begins with a finished file. */
    boolean isAppended() {
        return name().startsWith("APPENDED");
    }

    /**
     * @param z a multiple of the thickness of a brick
     * @param steps at least 3; an image has as many slices as all of them
     */
    abstract Subject of(int x, int y, int z, int steps);
}
