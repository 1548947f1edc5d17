package io.vtkhdf;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vtkhdf.write.ImageDataWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages as rooms, one above the other, judged by bytecode: who knows whom, and how many there are of them. */
class RoomsTest {

    /** From the top down; packages in one row do not know each other. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of("io.vtkhdf.cli"),
            Set.of("io.vtkhdf.cli.view", "io.vtkhdf.cli.diff"),
            Set.of(
                    "io.vtkhdf.cli.slice",
                    "io.vtkhdf.cli.volume",
                    "io.vtkhdf.cli.completion",
                    "io.vtkhdf.cli.kerchunk",
                    "io.vtkhdf.cli.join",
                    "io.vtkhdf.cli.plan"),
            Set.of("io.vtkhdf.cli.option"),
            Set.of("io.vtkhdf.cli.progress"),
            Set.of("io.vtkhdf.picture"),
            Set.of("io.vtkhdf.cli.text"),
            Set.of("io.vtkhdf.compare"),
            Set.of("io.vtkhdf.plan"),
            Set.of("io.vtkhdf.convert", "io.vtkhdf.join"),
            Set.of("io.vtkhdf.plane"),
            Set.of("io.vtkhdf.distribution"),
            Set.of("io.vtkhdf.shape"),
            Set.of("io.vtkhdf.copy"),
            Set.of(
                    "io.vtkhdf.vti",
                    "io.vtkhdf.legacy",
                    "io.vtkhdf.series",
                    "io.vtkhdf.volume.npy",
                    "io.vtkhdf.volume.nrrd",
                    "io.vtkhdf.volume.meta",
                    "io.vtkhdf.volume.stack"),
            Set.of("io.vtkhdf.volume"),
            Set.of("io.vtkhdf.vti.write"),
            Set.of("io.vtkhdf.vti.block"),
            Set.of("io.vtkhdf.vti.xml"),
            Set.of("io.vtkhdf.input"),
            Set.of("io.vtkhdf.source", "io.vtkhdf.read", "io.vtkhdf.write", "io.vtkhdf.validate"),
            Set.of("io.vtkhdf.write.store"),
            Set.of("io.vtkhdf.compat.rules"),
            Set.of("io.vtkhdf.compat"),
            Set.of("io.vtkhdf.format"),
            Set.of("io.vtkhdf.hdf5.write", "io.vtkhdf.hdf5.read"),
            Set.of("io.vtkhdf.hdf5.fetch", "io.vtkhdf.hdf5.jhdf", "io.vtkhdf.hdf5.number", "io.vtkhdf.hdf5.virtual"),
            Set.of("io.vtkhdf.hdf5"),
            Set.of("io.vtkhdf.chunk", "io.vtkhdf.http"),
            Set.of("io.vtkhdf.bytes"),
            Set.of("io.vtkhdf.file"),
            Set.of("io.vtkhdf.image"),
            Set.of("io.vtkhdf.runtime", "io.vtkhdf.error", "io.vtkhdf.text"));

    private static final int LARGEST_PACKAGE = 40;
    private static final int LARGEST_CIRCLE = 3;

    /** The library's classes wherever they were built; the tests' lie elsewhere. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    ImageDataWriter.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Set<String> PACKAGES = CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyPackageHasItsPlace() {
        Set<String> placed = new TreeSet<>();
        ORDER.forEach(placed::addAll);
        assertEquals(placed, PACKAGES);
    }

    @Test
    void dependenciesPointDownwards() {
        Set<String> above = new HashSet<>();
        for (Set<String> row : ORDER) {
            above.addAll(row);
            for (String name : row) {
                Set<String> others = new HashSet<>(above);
                others.remove(name);
                noClasses()
                        .that(resideInAPackage(name))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void circlesAreSmall() {
        assertEquals(
                List.of(),
                circles(graph()).stream()
                        .filter(circle -> circle.size() > LARGEST_CIRCLE)
                        .toList());
    }

    @Test
    void packagesAreSmall() {
        Map<String, Set<JavaClass>> files = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            files.computeIfAbsent(type.getPackageName(), name -> new HashSet<>())
                    .add(outermost(type));
        }
        files.values().removeIf(types -> types.size() <= LARGEST_PACKAGE);
        assertEquals(Map.of(), files);
    }

    @Test
    void onlyOnePackageKnowsJhdf() {
        onlyIn("io.jhdf..", "io.vtkhdf.hdf5.jhdf");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        onlyIn("picocli..", "io.vtkhdf.cli..");
    }

    private static void onlyIn(String known, String knower) {
        noClasses()
                .that(resideOutsideOfPackages(knower))
                .should()
                .dependOnClassesThat(resideInAPackage(known))
                .check(CLASSES);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RoomsTest::outermost).orElse(type);
    }

    /** Files and the files that they know, of the library. */
    private static Map<String, Set<String>> graph() {
        Map<String, Set<String>> known = new HashMap<>();
        for (JavaClass type : CLASSES) {
            String name = outermost(type).getName();
            Set<String> names = known.computeIfAbsent(name, unused -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                names.add(outermost(dependency.getTargetClass().getBaseComponentType())
                        .getName());
            }
            names.remove(name);
        }
        known.values().forEach(names -> names.retainAll(known.keySet()));
        return known;
    }

    /** Those who reach each other: what leads to one of them, and is led to by it. */
    private static Collection<Set<String>> circles(Map<String, Set<String>> graph) {
        Map<String, Set<String>> reached = new HashMap<>();
        graph.keySet().forEach(name -> reached.put(name, reachedFrom(name, graph)));
        List<Set<String>> circles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : graph.keySet()) {
            Set<String> circle = new TreeSet<>(reached.get(name));
            circle.removeIf(other -> !reached.get(other).contains(name));
            if (circle.size() > 1 && seen.addAll(circle)) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> graph) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (String next : graph.get(open.pop())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
