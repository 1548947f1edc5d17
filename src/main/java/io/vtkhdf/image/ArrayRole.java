package io.vtkhdf.image;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The roles that VTK lets one array of a point or cell data take.
 *
 * @see <a
 *     href="https://vtk.org/doc/nightly/html/classvtkDataSetAttributes.html">vtkDataSetAttributes::AttributeTypes</a>
 */
public enum ArrayRole {
    /** Of any number of components. */
    SCALARS("Scalars"),
    /** Of 3 components. */
    VECTORS("Vectors", 3),
    /** Of 3 components. */
    NORMALS("Normals", 3),
    /** Of 1 to 3 components. */
    TCOORDS("TCoords", 1, 2, 3),
    /** Of 9 components, or 6 if they are symmetric. */
    TENSORS("Tensors", 6, 9),
    /** Of 1 component. */
    GLOBAL_IDS("GlobalIds", 1),
    /** Of any number of components. */
    PEDIGREE_IDS("PedigreeIds"),
    /** Of 3 components. */
    TANGENTS("Tangents", 3);

    /** The attribute of a dataset that names its role. */
    public static final String ROLE = "Attribute";

    private final String vtkName;
    private final List<Integer> components;

    ArrayRole(String vtkName, Integer... components) {
        this.vtkName = vtkName;
        this.components = List.of(components);
    }

    /** Whether VTK lets an array of so many components have this role. */
    public boolean suits(int count) {
        return components.isEmpty() || components.contains(count);
    }

    /** What {@link #suits}, for people. */
    public String suitable() {
        return components.stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " components";
    }

    /** VTK's name of the role, as it stands in its XML and HDF5 files. */
    public String vtkName() {
        return vtkName;
    }
}
