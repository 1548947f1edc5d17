package io.vtkhdf.plane;

/** What one pixel shows of the values that it stands for, where there are more values than pixels. */
public enum Thinning {
    /**
     * The mean of what the pixel covers, values on its edge by the part that lies inside. NaN and infinities are no
     * part of it, but are shown where they cover more than half of the pixel.
     */
    MEAN("area mean"),
    /** The most frequent value; of several the lowest. */
    MODE("the most frequent, so that thin lines may be lost"),
    /** The largest, NaN only if there is nothing else: no thin bright line is lost. */
    MAX("largest"),
    /** The smallest, NaN only if there is nothing else. */
    MIN("smallest"),
    /** There are as many pixels as values, whatever that makes of the picture. */
    NONE("all");

    private final String words;

    Thinning(String words) {
        this.words = words;
    }

    /** As it is told beside a picture. */
    public String words() {
        return words;
    }
}
