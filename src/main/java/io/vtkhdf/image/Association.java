package io.vtkhdf.image;

/** What an array's tuples belong to. */
public enum Association {
    /** One tuple per point of the image. */
    POINT("PointData"),
    /** One tuple per cell of the image. */
    CELL("CellData"),
    /** Any number of tuples that belong to the image as a whole. */
    FIELD("FieldData");

    private final String groupName;

    Association(String groupName) {
        this.groupName = groupName;
    }

    /** The name that VTKHDF and VTK's XML formats give the group of such arrays. */
    public String groupName() {
        return groupName;
    }
}
