package io.vtkhdf;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vtkhdf.write.ImageDataWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dependencies between packages point downwards only, which leaves no room for cycles. */
class PackageOrderTest {

    /** From the top down; packages in one row do not know each other. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of("io.vtkhdf.cli"),
            Set.of("io.vtkhdf.convert"),
            Set.of("io.vtkhdf.vti", "io.vtkhdf.legacy"),
            Set.of("io.vtkhdf.input"),
            Set.of("io.vtkhdf"),
            Set.of("io.vtkhdf.chunk", "io.vtkhdf.compat"),
            Set.of("io.vtkhdf.hdf5"),
            Set.of("io.vtkhdf.file"),
            Set.of("io.vtkhdf.error"));

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
        Set<String> unplaced = new TreeSet<>(PACKAGES);
        ORDER.forEach(unplaced::removeAll);
        assertTrue(unplaced.isEmpty(), () -> "packages outside the order: " + unplaced);
    }

    @Test
    void dependenciesPointDownwards() {
        Set<String> above = new HashSet<>();
        for (Set<String> row : ORDER) {
            above.addAll(row);
            for (String name : row) {
                if (PACKAGES.contains(name)) {
                    Set<String> others = new HashSet<>(above);
                    others.remove(name);
                    forbid(name, others);
                }
            }
        }
    }

    private static void forbid(String name, Set<String> others) {
        noClasses()
                .that(resideInAPackage(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
                .check(CLASSES);
    }

    @Test
    void onlyThePublicPackageKnowsJhdf() {
        noClasses()
                .that(resideOutsideOfPackage("io.vtkhdf"))
                .should()
                .dependOnClassesThat(resideInAPackage("io.jhdf.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that(resideOutsideOfPackage("io.vtkhdf.cli"))
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .check(CLASSES);
    }
}
