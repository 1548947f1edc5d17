package io.vtkhdf.join;

/** An array of a part. */
interface PartArray {

    StoredPlace place();

    /**
     * Which slab of the dataset it is at a step.
     *
     * @param step of the part, counted from 0
     */
    long slab(int step);

    /** One that this library has written, with a slab of its own for each step. */
    static PartArray written(StoredPlace place) {
        return new PartArray() {
            @Override
            public StoredPlace place() {
                return place;
            }

            @Override
            public long slab(int step) {
                return step;
            }
        };
    }
}
