package io.vtkhdf.vtk.example;

import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.vtk.VtkImages;
import io.vtkhdf.vtk.VtkLibraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vtk.vtkImageData;
import vtk.vtkObject;
import vtk.vtkRenderWindow;
import vtk.vtkRenderWindowInteractor;

/**
 * {@code StepByStep FILE [FOLDER]}: opens a VTKHDF time series, and shows what {@link SliceAndSurface} shows at each of
 * its steps; in a window, where the keys Left and Right lead to the step before and the next, or in pictures of all
 * steps, {@code FOLDER/step-0.png} and so on. One step at a time is in memory.
 */
public final class StepByStep {

    private final ImageDataReader reader;
    private final SliceAndSurface scene;
    private final vtkRenderWindow window;
    private int step;

    private StepByStep(ImageDataReader reader) throws IOException {
        this.reader = reader;
        this.scene = new SliceAndSurface(VtkImages.read(reader));
        this.window = scene.window();
    }

    public static void main(String... args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: StepByStep FILE [FOLDER]");
            System.exit(2);
        }
        VtkLibraries.load(SliceAndSurface.MODULES);
        try (ImageDataReader reader = ImageDataReader.open(Path.of(args[0]))) {
            StepByStep steps = new StepByStep(reader);
            if (args.length == 2) {
                steps.saveAll(Files.createDirectories(Path.of(args[1])));
            } else {
                steps.interact();
            }
        }
        vtkObject.JAVA_OBJECT_MANAGER.deleteAll();
    }

    private void show(int next) throws IOException {
        step = next;
        vtkImageData image = VtkImages.read(reader, step);
        scene.show(image);
        image.Delete();
        window.SetWindowName("step " + step + " of 0 to " + (reader.steps() - 1) + ", time "
                + reader.atStep(step).time());
    }

    private void saveAll(Path folder) throws IOException {
        for (int next = 0; next < reader.steps(); next++) {
            show(next);
            SliceAndSurface.save(window, folder.resolve("step-" + next + ".png").toString());
        }
    }

    private void interact() throws IOException {
        vtkRenderWindowInteractor interactor = new vtkRenderWindowInteractor();
        interactor.SetRenderWindow(window);
        interactor.AddObserver("KeyPressEvent", new Keys(interactor), "press");
        show(0);
        window.Render();
        interactor.Start();
    }

    /** Called by VTK. */
    public final class Keys {
        private final vtkRenderWindowInteractor interactor;

        private Keys(vtkRenderWindowInteractor interactor) {
            this.interactor = interactor;
        }

        public void press() {
            int by = interactor.GetKeySym().equals("Right")
                    ? 1
                    : interactor.GetKeySym().equals("Left") ? -1 : 0;
            try {
                show(Math.max(0, Math.min(reader.steps() - 1, step + by)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            window.Render();
        }
    }
}
