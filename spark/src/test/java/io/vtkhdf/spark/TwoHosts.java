package io.vtkhdf.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A cluster of Spark's own kind: a master, and two workers that Spark takes for two machines. */
final class TwoHosts implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");

    private final List<Process> processes = new ArrayList<>();
    private final Path log = Files.createTempFile("vtkhdf-master", ".log");
    private final String master;

    TwoHosts() throws IOException {
        processes.add(start(log, "master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
        master = awaitUrl();
        for (String host : List.of("127.0.0.2", "127.0.0.3")) {
            processes.add(start(
                    Path.of("/dev/null"),
                    "worker.Worker",
                    "--host",
                    host,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "640M",
                    "--work-dir",
                    System.getenv("SPARK_HOME") + "/work",
                    master));
        }
    }

    private static Process start(Path log, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
        for (String option : JavaModuleOptions.defaultModuleOptionArray()) {
            command.add(option);
        }
        command.addAll(List.of(Contexts.shortLived().split(" ")));
        command.add("-Dspark.worker.cleanup.enabled=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.apache.spark.deploy." + program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", System.getenv("SPARK_HOME"));
        return builder.start();
    }

    /** The master says where it is, once it is there. */
    private String awaitUrl() throws IOException {
        try {
            while (processes.get(0).isAlive()) {
                Matcher found = URL.matcher(Files.readString(log));
                if (found.find()) {
                    return found.group();
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the master has not come up: " + Files.readString(log));
    }

    String master() {
        return master;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
    }
}
