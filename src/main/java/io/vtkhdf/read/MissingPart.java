package io.vtkhdf.read;

/**
 * A dataset that an array is made of, and that is not there: no such file, or no such dataset in it. What it should
 * hold reads as the fill value.
 *
 * @param file the name of its file, as the array has it: relative names count from the folder of the array's file
 * @param dataset its path in there
 */
public record MissingPart(String file, String dataset) {

    /** Such as {@code part3.vtkhdf:/VTKHDF/PointData/density}. */
    @Override
    public String toString() {
        return file + ":" + dataset;
    }
}
