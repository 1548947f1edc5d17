package io.vtkhdf.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark's contexts of the tests: one at a time in a JVM, so each class of tests starts one for all of its tests. */
final class Contexts {

    private Contexts() {}

    static JavaSparkContext start(String master) throws IOException {
        return start(conf(master));
    }

    /** Small, quiet, on this machine alone; executors of their own have the classes of the tests. */
    static SparkConf conf(String master) throws IOException {
        // Where executors of their own are started from: the pom names it. Their jars are those of the tests.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        return new SparkConf(false)
                .setMaster(master)
                .setAppName("tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .set("spark.executor.extraJavaOptions", shortLived())
                .set("spark.executor.memory", "512m")
                // Less would not be a heap of 640 MB.
                .set("spark.testing.reservedMemory", "0")
                // What was on an executor that is lost is not waited for.
                .set("spark.shuffle.io.maxRetries", "1")
                .set("spark.shuffle.io.retryWait", "100ms");
    }

    /** Options for a JVM that lives for seconds; the pom names them. */
    static String shortLived() {
        return System.getenv("VTKHDF_SHORT_JVM");
    }

    static JavaSparkContext start(SparkConf conf) {
        return new JavaSparkContext(conf);
    }
}
