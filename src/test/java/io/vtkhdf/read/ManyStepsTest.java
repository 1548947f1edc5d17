package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.cli.Main;
import io.vtkhdf.cli.Spawned;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The number of steps, and of readers of them, takes no memory worth speaking of. */
class ManyStepsTest {

    @Test
    void allStepsShareWhatIsKeptOfTheFile() throws Exception {
        List<String> command = new ArrayList<>(Spawned.command(List.of("-Xmx32m"), SeriesFiles.path("many-steps")));
        command.set(command.indexOf(Main.class.getName()), ManySteps.class.getName());
        Spawned run = Spawned.run(command);
        assertEquals(0, run.exitCode(), run.said());
        assertEquals("800", run.said().strip());
    }
}
