package io.vtkhdf.tests;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Path;

/** Says what our own reader makes of files. */
final class MatrixOwnReader {

    private MatrixOwnReader() {}

    public static void main(String[] args) throws IOException {
        MatrixAnswer.serve(MatrixOwnReader::read);
    }

    private static void read(String path, MatrixAnswer answer) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(Path.of(path))) {
            StringBuilder errors = new StringBuilder();
            for (int step = 0; step < reader.steps(); step++) {
                ImageDataReader image = reader.atStep(step);
                answer.beginStep(image.time(), image.geometry());
                errors.append(arrays(image, answer));
                answer.endStep();
            }
            answer.verdict(true, errors.toString());
        } catch (FileContentException e) {
            answer.verdict(false, "ERROR: " + e.getMessage());
        }
    }

    /** Returns the messages of what could not be read. */
    private static String arrays(ImageDataReader reader, MatrixAnswer answer) throws IOException {
        StringBuilder errors = new StringBuilder();
        reader.unreadable()
                .forEach(array ->
                        errors.append("ERROR: ").append(array.message()).append('\n'));
        for (ArrayReader array : reader.arrays()) {
            try {
                array.missingParts()
                        .forEach(part -> errors.append("ERROR: ")
                                .append(array)
                                .append(": no part ")
                                .append(part)
                                .append('\n'));
                answer.array(
                        array.spec().association().name(),
                        array.spec().name(),
                        array.spec().type().vtkName(),
                        array.spec().components(),
                        array.dimensions().count(),
                        Bits.of(array.read(Order.X_FASTEST)));
            } catch (FileContentException e) {
                errors.append("ERROR: ").append(e.getMessage()).append('\n');
            }
        }
        for (FieldArray field : reader.fields()) {
            if (field.isStrings()) {
                answer.strings(field.name(), field.asStrings().values());
            } else {
                answer.array(
                        "FIELD",
                        field.name(),
                        field.asNumbers().type().vtkName(),
                        field.components(),
                        field.tuples(),
                        Bits.of(field.asNumbers().values()));
            }
        }
        return errors.toString();
    }
}
