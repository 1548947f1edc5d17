package io.vtkhdf.vtk;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import java.io.IOException;

/** What an image is written to: a file, or a step of one. */
interface VtkTarget {

    ArrayWriter create(ArraySpec array) throws IOException;

    void write(FieldArray field) throws IOException;

    void setActive(ActiveArray active) throws IOException;

    static VtkTarget of(ImageDataWriter writer) {
        return new VtkTarget() {
            @Override
            public ArrayWriter create(ArraySpec array) throws IOException {
                return writer.createArray(array);
            }

            @Override
            public void write(FieldArray field) throws IOException {
                writer.writeField(field);
            }

            @Override
            public void setActive(ActiveArray active) throws IOException {
                writer.setActive(active);
            }
        };
    }

    /** A step of a series: the roles of arrays are those of its first, and its time is no field. */
    static VtkTarget of(ImageSeriesWriter series, StepWriter step) {
        return new VtkTarget() {
            @Override
            public ArrayWriter create(ArraySpec array) throws IOException {
                return step.createArray(array);
            }

            @Override
            public void write(FieldArray field) throws IOException {
                if (!VtkFields.isTime(field.name())) {
                    step.writeField(field);
                }
            }

            @Override
            public void setActive(ActiveArray active) throws IOException {
                if (step.step() == 0) {
                    series.setActive(active);
                }
            }
        };
    }
}
