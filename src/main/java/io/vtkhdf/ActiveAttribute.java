package io.vtkhdf;

/**
 * The roles that VTK lets one array of a point or cell data take.
 *
 * @see <a
 *     href="https://vtk.org/doc/nightly/html/classvtkDataSetAttributes.html">vtkDataSetAttributes::AttributeTypes</a>
 */
public enum ActiveAttribute {
    SCALARS("Scalars"),
    VECTORS("Vectors"),
    NORMALS("Normals"),
    TCOORDS("TCoords"),
    TENSORS("Tensors"),
    GLOBAL_IDS("GlobalIds"),
    PEDIGREE_IDS("PedigreeIds"),
    TANGENTS("Tangents");

    /** The attribute of a dataset that names its role. */
    static final String ROLE = "Attribute";

    private final String vtkName;

    ActiveAttribute(String vtkName) {
        this.vtkName = vtkName;
    }

    /** VTK's name of the role, as it stands in its XML and HDF5 files. */
    public String vtkName() {
        return vtkName;
    }
}
