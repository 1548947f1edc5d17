package io.vtkhdf.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryBudgetTest {

    @ParameterizedTest
    @EnumSource
    void aShareIsLessThanTheHeap(MemoryBudget budget) {
        assertTrue(budget.bytes() > 0);
        assertTrue(budget.bytes() <= MemoryBudget.heap() / 4 * 3);
        assertEquals(1, budget.atMost(1));
        assertEquals(budget.bytes(), budget.atMost(Long.MAX_VALUE));
    }

    /** What nothing else asks the machine for: its memory, its processors, its common pool. */
    @Test
    void nobodyElseAsksForMemoryOrThreads() {
        // The library's classes wherever they were built; the tests' lie elsewhere.
        JavaClasses classes = new ClassFileImporter()
                .importUrl(
                        MemoryBudget.class.getProtectionDomain().getCodeSource().getLocation());
        for (String method : new String[] {"maxMemory", "availableProcessors"}) {
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackage("io.vtkhdf.runtime")
                    .should()
                    .callMethod(Runtime.class, method)
                    .check(classes);
        }
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ForkJoinPool.class)
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("parallel")))
                .check(classes);
    }
}
