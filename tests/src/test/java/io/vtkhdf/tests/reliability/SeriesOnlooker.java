package io.vtkhdf.tests.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens series with h5py or VTK, in a Python process, and reads all of their steps. */
final class SeriesOnlooker implements Onlooker, Closeable {

    private final SeriesSpecimen series;
    private final PythonReader reader;

    private SeriesOnlooker(SeriesSpecimen series, PythonReader reader) {
        this.series = series;
        this.reader = reader;
    }

    static SeriesOnlooker h5py(SeriesSpecimen series) throws IOException {
        return new SeriesOnlooker(series, new PythonReader("steps_h5py.py", Map.of()));
    }

    /** @param wheel the folder in which a VTK for Python is */
    static SeriesOnlooker vtk(SeriesSpecimen series, String wheel) throws IOException {
        return new SeriesOnlooker(series, new PythonReader("steps_vtk.py", Map.of("PYTHONPATH", wheel)));
    }

    /** The folders of the VTKs for Python that there are: releases that show series. */
    static List<String> wheels() {
        return List.of(System.getProperty("vtkhdf.wheels").split(":"));
    }

    /** Such as {@code vtk-9.5.2}. */
    static String nameOf(String wheel) {
        return Path.of(wheel).getFileName().toString().replaceFirst("-cp.*", "");
    }

    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        List<SeenStep> seen = new ArrayList<>();
        for (JsonNode step : reader.read(file).get("steps")) {
            seen.add(seen(step));
        }
        return series.judge(seen);
    }

    private static SeenStep seen(JsonNode step) {
        Map<String, List<Long>> slices = new HashMap<>();
        for (Map.Entry<String, JsonNode> array : step.get("slices").properties()) {
            List<Long> checksums = new ArrayList<>();
            array.getValue().forEach(checksum -> checksums.add(checksum.longValue()));
            slices.put(array.getKey(), checksums);
        }
        Map<String, List<Object>> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : step.get("fields").properties()) {
            List<Object> values = new ArrayList<>();
            field.getValue().forEach(value -> values.add(value.isTextual() ? value.textValue() : value.doubleValue()));
            fields.put(field.getKey(), values);
        }
        return new SeenStep(step.get("time").doubleValue(), slices, fields);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
