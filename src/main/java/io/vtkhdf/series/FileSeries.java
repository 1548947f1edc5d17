package io.vtkhdf.series;

import io.vtkhdf.file.FileState;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps that are files of their own, each of which is open only while it is read. */
final class FileSeries implements ImageSeries {

    private final List<FileStep> steps;
    private final ImageOpener opener;
    /** Of each step the first one of the same file. */
    private final int[] firsts;
    /** Of all files, before one of them was opened. */
    private final List<FileState> states = new ArrayList<>();

    /**
     * @param naming the file that names the steps' files; if it is none itself
     * @param steps at least one, their times increasing
     */
    FileSeries(List<Path> naming, List<FileStep> steps, ImageOpener opener) throws IOException {
        this.steps = List.copyOf(steps);
        this.opener = opener;
        this.firsts = new int[steps.size()];
        Map<Path, Integer> known = new HashMap<>();
        for (int step = 0; step < firsts.length; step++) {
            Integer first = known.putIfAbsent(steps.get(step).file(), step);
            firsts[step] = first == null ? step : first;
        }
        Set<Path> files = new LinkedHashSet<>(naming);
        files.addAll(otherFiles());
        for (Path file : files) {
            states.add(FileState.of(file));
        }
    }

    @Override
    public double[] times() {
        return steps.stream().mapToDouble(FileStep::time).toArray();
    }

    @Override
    public ImageSource open(int step) throws IOException {
        return opener.open(steps.get(step).file());
    }

    @Override
    public String nameOf(int step) {
        return steps.get(step).file().toString();
    }

    @Override
    public int sameAs(ArraySpec array, int step) {
        return firsts[step];
    }

    @Override
    public List<Path> otherFiles() {
        return steps.stream().map(FileStep::file).distinct().toList();
    }

    @Override
    public void requireUnchanged() throws IOException {
        for (FileState state : states) {
            state.requireUnchanged();
        }
    }

    @Override
    public void close() {}
}
