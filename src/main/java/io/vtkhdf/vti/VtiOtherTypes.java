package io.vtkhdf.vti;

/** What VTK's XML files hold that is no image, and what to do about it. */
final class VtiOtherTypes {

    private static final String RESAMPLED = "; in ParaView the filter 'Resample To Image' makes an image of it";

    private VtiOtherTypes() {}

    /** What is expected instead of a type, and how to get there. */
    static String expected(String found, String expected) {
        return expected
                + switch (found) {
                    case "UnstructuredGrid",
                            "StructuredGrid",
                            "PUnstructuredGrid",
                            "PStructuredGrid",
                            "PRectilinearGrid",
                            "HyperTreeGrid" -> RESAMPLED;
                    case "PolyData", "PPolyData" ->
                        ", as surfaces are no images; in ParaView 'Resample To Image' samples what is around them";
                    case "vtkMultiBlockDataSet",
                            "vtkPartitionedDataSet",
                            "vtkPartitionedDataSetCollection",
                            "vtkOverlappingAMR",
                            "vtkNonOverlappingAMR" ->
                        ", as several blocks are no single image; convert the .vti files that it names, each by itself";
                    case "Table" -> ", as a table has no place in space";
                    default -> "";
                };
    }
}
