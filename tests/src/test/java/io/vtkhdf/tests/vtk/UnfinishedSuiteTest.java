package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.tests.reliability.Campaign;
import io.vtkhdf.tests.reliability.LiveView;
import io.vtkhdf.tests.reliability.Replay;
import io.vtkhdf.tests.reliability.Specimen;
import io.vtkhdf.tests.reliability.Subject;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Files that are being written, and what is left of them after a kill, as VTK sees them. */
class UnfinishedSuiteTest extends VtkSuite {

    @Test
    void isSeenWhileItIsWritten() throws Exception {
        Specimen specimen = Specimen.ofPoints(9, 8, 150);
        int openings = 0;
        int rounds = Campaign.rounds(1);
        for (int round = 0; round < rounds; round++) {
            openings += new LiveView(specimen, scratch).watch(new VtkOnlooker(specimen));
            Files.delete(Subject.output(scratch));
        }
        assertTrue(openings > rounds, "opened " + openings + " times");
        Campaign.report("live", openings + " openings by VTK of " + rounds + " files being written");
    }

    @Test
    void isSeenAfterAKill() throws Exception {
        Specimen specimen = Specimen.ofPoints(4, 3, 9);
        int states = 0;
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            states += new Replay(specimen, scratch).showKilled(seed, new VtkOnlooker(specimen));
        }
        Campaign.report("replay", states + " states after a kill, each opened by VTK");
    }
}
