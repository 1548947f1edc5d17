package io.vtkhdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands between fences in README and the pages of {@code docs/}, and examples in Javadoc. */
final class Snippets {

    static final Path ROOT = Path.of("..");

    private static final Pattern FENCED = Pattern.compile("^```(\\w*)\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern OTHERS = Pattern.compile("Vtk(Images|Arrays|Libraries|hdfSpark)");
    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);

    private Snippets() {}

    record Snippet(Path place, int number, String language, String code) {

        /** Needs VTK or Spark, and so is run by the tests of another module. */
        boolean isOfAnotherModule() {
            return OTHERS.matcher(code).find();
        }

        @Override
        public String toString() {
            return place.getFileName() + " " + number;
        }
    }

    /** README and the guides, but for the decisions, which tell what was. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    static List<Snippet> fenced() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : pages()) {
            Matcher found = FENCED.matcher(text(page));
            for (int number = 1; found.find(); number++) {
                snippets.add(new Snippet(page, number, found.group(1), found.group(2)));
            }
        }
        return snippets;
    }

    static List<Snippet> inJavadoc(Path sources) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path source : files.filter(Files::isRegularFile).sorted().toList()) {
                Matcher found = IN_JAVADOC.matcher(text(source));
                for (int number = 1; found.find(); number++) {
                    String code = found.group(1).replaceAll("(?m)^ *\\* ?", "");
                    snippets.add(new Snippet(source, number, "java", code));
                }
            }
        }
        return snippets;
    }

    static String text(Path page) throws IOException {
        return Files.readString(page).replace("\r", "");
    }
}
