package io.vtkhdf.image;

/** Three coordinates, along x, y and z. */
public record Vector3(double x, double y, double z) {

    public double along(Axis axis) {
        return switch (axis) {
            case X -> x;
            case Y -> y;
            case Z -> z;
        };
    }

    public double[] toArray() {
        return new double[] {x, y, z};
    }

    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }

    @Override
    public String toString() {
        return "(" + x + ", " + y + ", " + z + ")";
    }
}
