package io.vtkhdf.image;

/** The smallest and largest world coordinate of an image's points along each world axis, both inclusive. */
public record Bounds(double xMin, double xMax, double yMin, double yMax, double zMin, double zMax) {

    /** The six numbers in VTK's order: xMin, xMax, yMin, yMax, zMin, zMax. */
    public double[] toArray() {
        return new double[] {xMin, xMax, yMin, yMax, zMin, zMax};
    }
}
