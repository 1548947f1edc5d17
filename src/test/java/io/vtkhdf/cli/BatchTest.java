package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.cli.option.Existing;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.Output;
import io.vtkhdf.cli.option.ProgressOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.copy.ImageTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.shape.Shaping;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BatchTest {

    @TempDir
    private Path directory;

    private FileConversion conversion(ImageTarget target) throws IOException {
        Path input = VtiFiles.small(directory.resolve("in.vti"));
        Input read = new Input(List.of(input), InputReach.FOLDER, Optional.empty(), new StepOptions("all"));
        return new FileConversion(
                read,
                Output.of(target, () -> target),
                new Wanted(new ArraySelection(List.of()), Shaping.none()),
                1,
                false,
                Existing.AS_OPTIONS_SAY,
                false);
    }

    /** A target for which there is not enough memory. */
    private static ImageTarget tooLarge(ImageTarget target) {
        return (ImageTarget) Proxy.newProxyInstance(
                ImageTarget.class.getClassLoader(), new Class<?>[] {ImageTarget.class}, (proxy, method, args) -> {
                    if (method.getName().equals("requireCreatable")) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return method.invoke(target, args);
                });
    }

    @Test
    void aPreviewThatTakesTooMuchMemoryCostsNobodyTheOthers() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = new CommandLine(Specs.of(new Object(), "convert"), Specs.FACTORY)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new FailureHandler(new VtkhdfCommand()));
        ImageTarget first = new VtkhdfTarget(directory.resolve("a.vtkhdf"), WriteOptions.defaults());
        ImageTarget second = new VtkhdfTarget(directory.resolve("b.vtkhdf"), WriteOptions.defaults());
        List<FileConversion> conversions = List.of(conversion(tooLarge(first)), conversion(second));
        assertEquals(3, new Batch(conversions, commandLine, new ProgressOptions()).preview());
        assertTrue(err.toString().contains("in.vti"), err.toString());
        assertTrue(err.toString().contains("out of memory with a heap of"), err.toString());
        assertTrue(out.toString().contains("would write " + second.file()), out.toString());
    }
}
