package io.vtkhdf.compare;

import java.io.IOException;

/** All values of an array, of one image or of all steps, which are read as often as wanted, in any order. */
@FunctionalInterface
interface ArrayValuePasses {

    /** Receives values, as pieces come. */
    interface Visitor {
        /**
         * @param values an array of the type's carrier, of whole tuples where their components are looked at
         * @param times how often they are there
         */
        void values(Object values, long times);
    }

    void forEach(Visitor visitor) throws IOException;
}
