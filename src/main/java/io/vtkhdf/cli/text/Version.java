package io.vtkhdf.cli.text;

import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.text.Numbers;
import io.vtkhdf.write.DeflateEngine;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and what it runs on. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "vtkhdf " + (version == null ? "(development build)" : version),
            "Java " + System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Numbers.counted(Workers.processors(), "processor") + ", heap of up to " + Sizes.text(MemoryBudget.heap()),
            "gzip levels 1 and 2 by " + (DeflateEngine.ISAL.isAvailable() ? "ISA-L" : "the JDK's zlib")
        };
    }
}
