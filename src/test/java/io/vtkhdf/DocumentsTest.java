package io.vtkhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents say of files, packages, names and versions that may change. */
class DocumentsTest {

    private static final Path ROOT = Snippets.ROOT;
    private static final Path SOURCES = Path.of("main", "java");

    private static final Pattern TOLD = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)[`(]");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern INDENTED = Pattern.compile("\n\n {4,}\\S");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern OPTIONAL = Pattern.compile("\\| `[a-z.]+:([a-z]+)(?:-core)?` \\| ([0-9.]+) \\|");
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
    void picturesAreThereAndSmall() throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (Path page : Snippets.pages()) {
            PICTURE.matcher(Snippets.text(page))
                    .results()
                    .forEach(found -> pictures.add(page.resolveSibling(found.group(1))));
        }
        assertFalse(pictures.isEmpty());
        for (Path picture : pictures) {
            assertTrue(Files.size(picture) < 150_000, picture.toString());
        }
    }

    /** Java by {@link ExamplesTest} and the adapter's, commands and what they say by tests/documents. */
    @Test
    void nothingBetweenFencesIsLeftUntried() throws IOException {
        for (Snippets.Snippet snippet : Snippets.fenced()) {
            switch (snippet.language()) {
                case "java", "sh" -> assertFalse(snippet.code().isBlank(), snippet.toString());
                case "xml" -> assertEquals(version(), versionIn(snippet.code()), snippet.toString());
                case "text", "" ->
                    assertFalse(snippet.code().matches("(?s).*(vtkhdf (convert|info)|mvn |;\n).*"), snippet.toString());
                default -> fail(snippet + " is of " + snippet.language() + ", which no test tries");
            }
        }
        for (Path page : Snippets.pages()) {
            assertFalse(INDENTED.matcher(Snippets.text(page)).find(), page + " has code without fences");
        }
    }

    /** Such as the row of {@code org.tukaani:xz}. */
    @Test
    void versionsOfWhatIsOptionalAreThoseOfTheBuild() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"));
        String guide = Files.readString(ROOT.resolve("docs/java.md"));
        List<String> told = OPTIONAL.matcher(guide)
                .results()
                .map(found -> "<" + found.group(1) + ".version>" + found.group(2) + "<")
                .toList();
        assertEquals(3, told.size(), told.toString());
        told.forEach(version -> assertTrue(build.contains(version), version));
    }

    private static String version() throws IOException {
        return versionIn(Files.readString(ROOT.resolve("pom.xml")));
    }

    private static String versionIn(String text) {
        Matcher found = VERSION.matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    /** Such as {@code ImageGeometry.pointAxis}. */
    @Test
    void namesOfTheApiAreThoseOfTheSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path module : List.of(SOURCES, ROOT.resolve("vtk-bindings/src/main/java"))) {
            try (Stream<Path> files = Files.walk(module)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        int names = 0;
        for (String page : List.of("README.md", "docs/java.md", "docs/vtk.md", "docs/python-users.md")) {
            for (Matcher told = TOLD.matcher(Files.readString(ROOT.resolve(page))); told.find(); names++) {
                String source = sources.getOrDefault(told.group(1), "");
                assertTrue(source.matches("(?s).*\\b" + told.group(2) + "\\b.*"), page + ": " + told.group());
            }
        }
        assertTrue(names > 40, names + " names");
    }

    @Test
    void guidesLeadBack() throws IOException {
        for (Path page : Snippets.pages()) {
            assertTrue(
                    page.endsWith("README.md") || Snippets.text(page).contains("README.md)"),
                    page + " does not lead back to README");
        }
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

    @Test
    void contributorsAreToldOfEachDocument() throws IOException {
        String told = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        for (Path page : Snippets.pages()) {
            String name = ROOT.relativize(page).toString().replace('\\', '/');
            assertTrue(told.contains("(" + name + ")"), name);
        }
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
        for (Path folder : List.of(
                ROOT,
                ROOT.resolve("docs"),
                ROOT.resolve("docs/decisions"),
                ROOT.resolve("docs/pictures"),
                ROOT.resolve("bench"))) {
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
