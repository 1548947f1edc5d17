package io.vtkhdf.copy;

/**
 * How the slices of an array are cut into slabs: each is some whole layers, or, where not even one layer fits, one of
 * equal parts of a layer. So no slab has a part in more layers than it must.
 *
 * @param slices the number of slices
 * @param layer the number of slices of a layer
 * @param slab the most slices of a slab
 */
public record SlabCut(int slices, int layer, int slab) {

    /** @param fitting how many slices a slab may have; at least 1 */
    public static SlabCut of(int slices, int thickness, int fitting) {
        int layer = Math.min(thickness, slices);
        int most = Math.min(fitting, slices);
        return new SlabCut(slices, layer, most < layer ? part(layer, most) : most / layer * layer);
    }

    private static int part(int layer, int fitting) {
        return ceilDiv(layer, ceilDiv(layer, fitting));
    }

    private static int ceilDiv(int n, int divisor) {
        return (n - 1) / divisor + 1;
    }

    /** How many slices the slab has that begins with the given one. */
    public int slicesFrom(int first) {
        int left = slab < layer ? Math.min(layer - first % layer, slices - first) : slices - first;
        return Math.min(slab, left);
    }
}
