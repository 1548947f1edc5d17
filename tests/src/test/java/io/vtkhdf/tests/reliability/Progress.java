package io.vtkhdf.tests.reliability;

/** Is told what is written of a {@link Subject}, by whatever thread writes it. */
interface Progress {

    /** Nobody is told. */
    Progress NONE = new Progress() {
        @Override
        public void started(String what, int number) {}

        @Override
        public void done(String what, int number) {}
    };

    /** A call begins that writes something: from now on it may be there. */
    void started(String what, int number);

    /** The call has returned, or an earlier run has written it. */
    void done(String what, int number);
}
