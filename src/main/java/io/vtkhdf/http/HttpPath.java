package io.vtkhdf.http;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An address, or a name that counts from one. An address may have a query, which belongs to this one file: what is made
 * of the path, such as the name of a file beside it, has none.
 */
final class HttpPath implements Path {

    private static final String HERE = ".";
    private static final String PARENT = "..";

    private final HttpFileSystem system;
    private final boolean isAbsolute;
    /** Encoded as in addresses. */
    private final List<String> steps;

    private final Optional<String> query;

    HttpPath(HttpFileSystem system, boolean isAbsolute, List<String> steps, Optional<String> query) {
        this.system = system;
        this.isAbsolute = isAbsolute;
        this.steps = List.copyOf(steps);
        this.query = query;
    }

    private HttpPath with(boolean absolute, List<String> other) {
        return new HttpPath(system, absolute, other, Optional.empty());
    }

    HttpPath withQuery(Optional<String> asked) {
        return new HttpPath(system, isAbsolute, steps, asked);
    }

    private HttpPath own(Path other) {
        if (other instanceof HttpPath path && path.system == system) {
            return path;
        }
        throw new ProviderMismatchException();
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return isAbsolute;
    }

    @Override
    public Path getRoot() {
        return isAbsolute ? with(true, List.of()) : null;
    }

    @Override
    public Path getFileName() {
        return steps.isEmpty() ? null : getName(steps.size() - 1);
    }

    @Override
    public Path getParent() {
        int count = steps.size() - 1;
        return count < 0 || count == 0 && !isAbsolute ? null : with(isAbsolute, steps.subList(0, count));
    }

    @Override
    public int getNameCount() {
        return steps.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || begin >= end || end > steps.size()) {
            throw new IllegalArgumentException("found names " + begin + " to " + end + " of " + steps.size());
        }
        return with(false, steps.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HttpPath path
                && path.system == system
                && path.isAbsolute == isAbsolute
                && path.steps.size() <= steps.size()
                && steps.subList(0, path.steps.size()).equals(path.steps);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof HttpPath path) || path.system != system || path.steps.size() > steps.size()) {
            return false;
        }
        int from = steps.size() - path.steps.size();
        return path.isAbsolute
                ? isAbsolute && steps.equals(path.steps)
                : steps.subList(from, steps.size()).equals(path.steps);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String step : steps) {
            boolean isUp = step.equals(PARENT);
            if (isUp && !kept.isEmpty() && !kept.get(kept.size() - 1).equals(PARENT)) {
                kept.remove(kept.size() - 1);
            } else if (isUp ? !isAbsolute : !step.equals(HERE)) {
                kept.add(step);
            }
        }
        return kept.equals(steps) ? this : with(isAbsolute, kept);
    }

    @Override
    public Path resolve(Path other) {
        HttpPath path = own(other);
        if (path.isAbsolute) {
            return path;
        } else if (path.steps.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(steps);
        all.addAll(path.steps);
        return with(isAbsolute, all);
    }

    @Override
    public Path relativize(Path other) {
        HttpPath path = own(other);
        if (path.isAbsolute != isAbsolute) {
            throw new IllegalArgumentException("found " + path + ", expected a path of the kind of " + this);
        }
        int common = 0;
        int most = Math.min(steps.size(), path.steps.size());
        while (common < most && steps.get(common).equals(path.steps.get(common))) {
            common++;
        }
        List<String> way = new ArrayList<>(Collections.nCopies(steps.size() - common, PARENT));
        way.addAll(path.steps.subList(common, path.steps.size()));
        return with(false, way);
    }

    /** The whole address, with its query. */
    @Override
    public URI toUri() {
        HttpPath path = (HttpPath) toAbsolutePath();
        String address = system.host().root() + "/" + String.join("/", path.steps);
        return URI.create(query.map(text -> address + "?" + text).orElse(address));
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute ? this : with(true, steps);
    }

    /** Asks nobody whether there is such a file. */
    @Override
    public Path toRealPath(LinkOption... options) {
        return ((HttpPath) toAbsolutePath().normalize()).withQuery(query);
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpPath path
                && path.system == system
                && path.isAbsolute == isAbsolute
                && path.steps.equals(steps)
                && path.query.equals(query);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isAbsolute, steps, query);
    }

    /** What errors show: an address without its query, which may be secret, or a name in plain letters. */
    @Override
    public String toString() {
        return isAbsolute
                ? system.host().root() + "/" + String.join("/", steps)
                : steps.stream().map(HttpNames::decoded).collect(Collectors.joining("/"));
    }
}
