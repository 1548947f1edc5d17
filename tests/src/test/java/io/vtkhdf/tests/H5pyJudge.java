package io.vtkhdf.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Has {@code judge.py}, one Python process for many files, hold what h5py says of a file against what is in it. */
final class H5pyJudge implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path scratch;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    H5pyJudge(Path scratch) throws IOException {
        this.scratch = scratch;
        process = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("judge.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    void judge(RandomImage image, Path file) throws IOException {
        Request request = new Request(image.storedGeometry());
        image.arrays().forEach(request::add);
        image.fields().forEach(request::add);
        image.active().forEach(request::add);
        judge(request, file);
    }

    void judge(Request request, Path file) throws IOException {
        Path bin = Files.write(scratch.resolve(file.getFileName() + ".bin"), request.values.toByteArray());
        request.json.put("file", file.toString()).put("bin", bin.toString());
        requests.write(JSON.writeValueAsString(request.json) + "\n");
        requests.flush();
        String answer = answers.readLine();
        Files.delete(bin);
        if (answer == null) {
            throw new AssertionError("judge.py has ended on " + file);
        }
        if (!answer.equals("[]")) {
            throw new AssertionError("h5py: " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
    }

    /** What is expected of one file. */
    static final class Request {
        private final ObjectNode json = JSON.createObjectNode();
        private final ArrayNode arrays;
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();

        /** Whether datasets have axes for z, y and x. */
        private final boolean[] kept;

        Request(ImageGeometry geometry) {
            Dimensions points = geometry.dimensions();
            boolean plane = points.y() > 1 || points.z() == 1;
            kept = new boolean[] {points.z() > 1, points.y() > 1, points.x() > 1 || plane};
            put("version", 1, 0);
            put("extent", geometry.extent().toArray());
            put("origin", geometry.origin().toArray());
            put("spacing", geometry.spacing().toArray());
            put("direction", geometry.direction().toArray());
            arrays = json.putArray("arrays");
            ObjectNode active = json.putObject("active");
            active.putObject(Association.POINT.groupName());
            active.putObject(Association.CELL.groupName());
        }

        private void put(String name, int... numbers) {
            ArrayNode array = json.putArray(name);
            for (int number : numbers) {
                array.add(number);
            }
        }

        private void put(String name, double... numbers) {
            ArrayNode array = json.putArray(name);
            for (double number : numbers) {
                array.add(number);
            }
        }

        /** An array of an unfinished file, of which only some slices are held against it. */
        void add(RandomArray array, Collection<Integer> slices) {
            add(array);
            ObjectNode node = (ObjectNode) arrays.get(arrays.size() - 1);
            slices.forEach(node.putArray("slices")::add);
            if (node.get("chunk").isNull()) { // What is to be contiguous is told slice by slice.
                Dimensions d = array.dimensions();
                put(
                        node.putArray("chunk"),
                        new Dimensions(d.x(), d.y(), 1),
                        array.spec().components());
            }
        }

        /** An array whose values are in other files. */
        void addVirtual(RandomArray array) {
            add(array);
            ((ObjectNode) arrays.get(arrays.size() - 1)).put("virtual", true);
        }

        void add(RandomArray array) {
            ObjectNode node = add(array.spec().association(), array.storedName());
            node.put("type", array.spec().type().vtkName());
            put(node.putArray("shape"), array.dimensions(), array.spec().components());
            StorageCase storage = array.storage();
            storage.filters().forEach(node.putArray("filters")::add);
            node.put("gzip", storage.gzipLevel());
            node.putNull("chunk");
            storage.chunkWithin(array.dimensions())
                    .ifPresent(chunk ->
                            put(node.putArray("chunk"), chunk, array.spec().components()));
            addValues(node, array.bytes());
        }

        /** In HDF5's order, without the image's flat axes; never a trailing 1 for components. */
        private void put(ArrayNode shape, Dimensions d, int components) {
            int[] axes = {d.z(), d.y(), d.x()};
            for (int i = 0; i < axes.length; i++) {
                if (kept[i]) {
                    shape.add(axes[i]);
                }
            }
            if (components > 1) {
                shape.add(components);
            }
        }

        void add(FieldArray field) {
            ObjectNode node = add(Association.FIELD, RandomArray.storedName(field.name()));
            if (field.isStrings()) {
                field.asStrings().values().forEach(node.putArray("strings")::add);
                return;
            }
            node.put("type", field.asNumbers().type().vtkName());
            ArrayNode shape = node.putArray("shape").add(field.tuples());
            if (field.components() > 1) {
                shape.add(field.components());
            }
            addValues(node, Bits.of(field.asNumbers().values()));
        }

        void add(ActiveArray active) {
            ObjectNode roles =
                    (ObjectNode) json.get("active").get(active.association().groupName());
            roles.put(active.role().vtkName(), RandomArray.storedName(active.arrayName()));
        }

        private ObjectNode add(Association association, String name) {
            return arrays.addObject().put("group", association.groupName()).put("name", name);
        }

        private void addValues(ObjectNode node, byte[] bytes) {
            node.put("offset", values.size()).put("length", bytes.length);
            values.writeBytes(bytes);
        }
    }
}
