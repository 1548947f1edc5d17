package io.vtkhdf.spark;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;

/** One thread, no second attempt, and values that travel by Kryo. */
class LocalOneTest extends MasterContract {

    @BeforeAll
    static void start() throws IOException {
        context = Contexts.start(
                Contexts.conf("local[1]").set("spark.serializer", "org.apache.spark.serializer.KryoSerializer"));
    }
}
