package io.vtkhdf.vtk.example;

import io.vtkhdf.vtk.VtkImages;
import io.vtkhdf.vtk.VtkLibraries;
import java.io.IOException;
import java.nio.file.Path;
import vtk.vtkActor;
import vtk.vtkAlgorithm;
import vtk.vtkCutter;
import vtk.vtkFlyingEdges3D;
import vtk.vtkImageData;
import vtk.vtkObject;
import vtk.vtkPNGWriter;
import vtk.vtkPlane;
import vtk.vtkPointData;
import vtk.vtkPolyDataMapper;
import vtk.vtkRenderWindow;
import vtk.vtkRenderWindowInteractor;
import vtk.vtkRenderer;
import vtk.vtkWindowToImageFilter;

/**
 * {@code SliceAndSurface FILE [PICTURE.png]}: opens a VTKHDF image, and shows the slice through its middle and the
 * surface on which its active point array, or its first, has the middle of its values; in a window, or in a picture.
 */
public final class SliceAndSurface {

    static final String[] MODULES = {
        "CommonExecutionModel",
        "FiltersCore",
        "ImagingCore",
        "IOImage",
        "RenderingCore",
        "RenderingUI",
        "RenderingOpenGL2",
        "InteractionStyle"
    };

    private final vtkImageData image;
    private final double[] range;

    SliceAndSurface(vtkImageData image) {
        this.image = image;
        activate(image);
        range = image.GetScalarRange();
    }

    private static void activate(vtkImageData image) {
        vtkPointData data = image.GetPointData();
        if (data.GetScalars() == null) {
            if (data.GetNumberOfArrays() == 0) {
                throw new IllegalArgumentException("the image has no point array to be shown");
            }
            data.SetActiveScalars(data.GetArrayName(0));
        }
    }

    /** Shows another image instead, with the same colours and the same value of the surface. */
    void show(vtkImageData other) {
        activate(other);
        image.ShallowCopy(other);
    }

    public static void main(String... args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: SliceAndSurface FILE [PICTURE.png]");
            System.exit(2);
        }
        VtkLibraries.load(MODULES);
        SliceAndSurface scene = new SliceAndSurface(VtkImages.read(Path.of(args[0])));
        vtkRenderWindow window = scene.window();
        if (args.length == 2) {
            save(window, args[1]);
        } else {
            interact(window);
        }
        vtkObject.JAVA_OBJECT_MANAGER.deleteAll();
    }

    vtkRenderWindow window() {
        vtkRenderer renderer = new vtkRenderer();
        renderer.SetBackground(1, 1, 1);
        renderer.AddActor(slice());
        renderer.AddActor(surface());
        renderer.GetActiveCamera().SetPosition(0.4, -1, 0.5);
        renderer.GetActiveCamera().SetViewUp(0, 0, 1);
        renderer.ResetCamera();
        vtkRenderWindow window = new vtkRenderWindow();
        window.SetSize(600, 500);
        window.AddRenderer(renderer);
        return window;
    }

    /** The plane across y, from blue for the least value to red for the greatest. */
    private vtkActor slice() {
        vtkPlane plane = new vtkPlane();
        plane.SetOrigin(image.GetCenter());
        plane.SetNormal(0, 1, 0);
        vtkCutter cutter = new vtkCutter();
        cutter.SetInputData(image);
        cutter.SetCutFunction(plane);
        vtkPolyDataMapper mapper = mapper(cutter);
        mapper.SetScalarRange(range);
        mapper.CreateDefaultLookupTable();
        ((vtk.vtkLookupTable) mapper.GetLookupTable()).SetHueRange(2.0 / 3, 0);
        vtkActor actor = actor(mapper);
        actor.GetProperty().LightingOff();
        return actor;
    }

    private vtkActor surface() {
        vtkFlyingEdges3D contour = new vtkFlyingEdges3D();
        contour.SetInputData(image);
        contour.SetValue(0, (range[0] + range[1]) / 2);
        vtkPolyDataMapper mapper = mapper(contour);
        mapper.ScalarVisibilityOff();
        vtkActor actor = actor(mapper);
        actor.GetProperty().SetColor(0.9, 0.75, 0.3);
        return actor;
    }

    private static vtkPolyDataMapper mapper(vtkAlgorithm source) {
        vtkPolyDataMapper mapper = new vtkPolyDataMapper();
        mapper.SetInputConnection(source.GetOutputPort());
        return mapper;
    }

    private static vtkActor actor(vtkPolyDataMapper mapper) {
        vtkActor actor = new vtkActor();
        actor.SetMapper(mapper);
        return actor;
    }

    static void save(vtkRenderWindow window, String picture) {
        window.SetOffScreenRendering(1);
        window.Render();
        vtkWindowToImageFilter screen = new vtkWindowToImageFilter();
        screen.SetInput(window);
        screen.ReadFrontBufferOff();
        vtkPNGWriter writer = new vtkPNGWriter();
        writer.SetInputConnection(screen.GetOutputPort());
        writer.SetFileName(picture);
        writer.Write();
    }

    private static void interact(vtkRenderWindow window) {
        vtkRenderWindowInteractor interactor = new vtkRenderWindowInteractor();
        interactor.SetRenderWindow(window);
        window.Render();
        interactor.Start();
    }
}
