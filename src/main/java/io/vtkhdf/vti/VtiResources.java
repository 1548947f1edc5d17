package io.vtkhdf.vti;

import io.vtkhdf.input.FieldBudget;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.vti.xml.VtiXmlMemory;

/** What all pieces of a source have in common. */
record VtiResources(Workers workers, InputFiles files, VtiMemory memory, VtiXmlMemory xml, FieldBudget fields)
        implements AutoCloseable {

    VtiResources() {
        this(new VtiMemory());
    }

    VtiResources(VtiMemory memory) {
        this(
                new Workers("vtkhdf-decode", Workers.processors()),
                new InputFiles(),
                memory,
                new VtiXmlMemory(),
                new FieldBudget());
    }

    /** The same, with as much memory for field arrays as at first: those of one step need not be there at another. */
    VtiResources withOtherFields() {
        return new VtiResources(workers, files, memory, xml, new FieldBudget());
    }

    /** Ends the threads; files are closed by who opened them. */
    @Override
    public void close() {
        workers.close();
    }
}
