package io.vtkhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents say of files and packages that may be moved. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("main", "java");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern ROOM = Pattern.compile("`([a-z0-9.]+)`( ★)?");
    private static final Pattern EXPORT = Pattern.compile("exports io\\.vtkhdf\\.([a-z0-9.]+);");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = documents();
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    broken.add(document + ": " + link.group(1));
                }
            }
        }
        assertFalse(documents.isEmpty());
        assertEquals(List.of(), broken);
    }

    @Test
    void contributorsAreToldOfEachRoom() throws IOException {
        Set<String> told = new TreeSet<>();
        Set<String> toldToBeApi = new TreeSet<>();
        for (Matcher room = ROOM.matcher(roomsTold()); room.find(); ) {
            told.add(room.group(1));
            if (room.group(2) != null) {
                toldToBeApi.add(room.group(1));
            }
        }
        assertEquals(rooms(), told);
        assertEquals(exported(), toldToBeApi);
    }

    /** The names in the first column. */
    private static String roomsTold() throws IOException {
        String section = Stream.of(
                        Files.readString(ROOT.resolve("CONTRIBUTING.md")).split("\n## "))
                .filter(text -> text.startsWith("Where things are"))
                .findFirst()
                .orElseThrow();
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .collect(Collectors.joining());
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"), ROOT.resolve("bench"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    private static Set<String> rooms() throws IOException {
        Path top = SOURCES.resolve("io/vtkhdf");
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> top.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> exported() throws IOException {
        return EXPORT.matcher(Files.readString(SOURCES.resolve("module-info.java")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
