package io.vtkhdf.spark;

import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.spark.Sample.Form;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/**
 * A driver that writes the sample, {@code FILE FORM}, and whose JVM is ended when it has all receipts, and has not
 * begun to finish: the end of the job is heard here before it is heard by who waits for it.
 */
final class KilledDriver {

    static final int EXIT_CODE = 99;

    private KilledDriver() {}

    public static void main(String[] arguments) throws IOException {
        Form form = Form.valueOf(arguments[1]);
        try (JavaSparkContext context = Contexts.start("local[2,4]")) {
            context.sc().addSparkListener(new SparkListener() {
                @Override
                public void onJobEnd(SparkListenerJobEnd event) {
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            });
            WriteOptions options = form.options();
            VtkhdfSpark.of(context, Sample.plan(Path.of(arguments[0]), form, options))
                    .withFinishOptions(FinishOptions.defaults().withConsolidate(form == Form.CONSOLIDATED))
                    .write(Sample::write);
        }
    }
}
