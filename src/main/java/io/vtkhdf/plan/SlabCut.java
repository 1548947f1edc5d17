package io.vtkhdf.plan;

import io.vtkhdf.image.Slab;

/**
 * How the z slices of an image, or the steps of a series, are cut into slabs, computed and not listed: each is some
 * whole units, one more or less than the others; the last one also has what is left behind the units.
 *
 * @param length the number of slices or steps
 * @param unit how many of them are not cut
 * @param units where a slab may begin: at so many multiples of the unit, from 0 on
 * @param slabs at most as many
 */
record SlabCut(int length, int unit, int units, int slabs) {

    SlabCut {
        boolean isCut = unit >= 1 && slabs >= 1 && slabs <= units;
        if (!isCut || (long) unit * (units - 1) >= length) {
            throw new IllegalArgumentException("found " + slabs + " slabs that begin at " + units + " multiples of "
                    + unit + ", expected at least one slab, and as many such places within " + length + " slices");
        }
    }

    /** As many slabs as are wanted, or as many as there can be. */
    static SlabCut of(int length, int unit, int units, int wanted) {
        return new SlabCut(length, unit, units, Math.min(wanted, units));
    }

    Slab slab(int number) {
        int first = start(number);
        int end = number + 1 < slabs ? start(number + 1) : length;
        return new Slab(first, end - first);
    }

    private int start(int number) {
        return unit * (int) ((long) number * units / slabs);
    }
}
