package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** All that a crash may leave of a run of which everything was recorded. */
final class CrashStates {

    /** What becomes of each state. */
    interface Visitor {
        void visit(CrashState state) throws IOException;
    }

    private final Subject subject;
    private final List<WriteLog.Entry> entries;
    private final DiskImage before;

    /** Of the run so far. */
    private final SliceSets started = new SliceSets();

    private final SliceSets done = new SliceSets();

    /** Of the commit that is valid. */
    private SliceSets required;

    private boolean isCommitted;

    /**
     * @param before the file before the run
     * @param committed the slices that a commit in it holds; null if there is none
     */
    CrashStates(Subject subject, List<WriteLog.Entry> entries, DiskImage before, SliceSets committed) {
        this.subject = subject;
        this.entries = entries;
        this.before = before;
        this.isCommitted = committed != null;
        this.required = isCommitted ? committed : new SliceSets();
        started.add(required);
        done.add(required);
    }

    /** The process is killed after each operation, and within each write but those of the superblock. */
    void killedAnywhere(int cuts, Visitor visitor) throws IOException {
        DiskImage image = before.copy();
        for (int i = 0; i < entries.size(); i++) {
            WriteLog.Entry entry = entries.get(i);
            if (entry instanceof WriteLog.Write write && !write.isSuperblock()) {
                for (int cut = 1; cut <= cuts; cut++) {
                    int count = (int) ((long) write.bytes().length * cut / (cuts + 1));
                    DiskImage torn = image.copy();
                    torn.applyFirst(count, write);
                    visitor.visit(state(torn, "torn at byte " + count + " of entry " + i));
                }
            }
            image.apply(entry);
            note(entry);
            if (isOperation(entry)) {
                visitor.visit(state(image.copy(), "after entry " + i));
            }
        }
    }

    /**
     * The machine stops after each operation: of what was written since the last {@linkplain WriteLog.Force force} any
     * part may be lost.
     *
     * @param draws how many parts are drawn each time
     */
    void stoppedAnywhere(int draws, SplittableRandom random, Visitor visitor) throws IOException {
        DiskImage forced = before.copy();
        int firstPending = 0;
        for (int i = 0; i < entries.size(); i++) {
            WriteLog.Entry entry = entries.get(i);
            if (entry instanceof WriteLog.Force) {
                for (WriteLog.Entry pending : entries.subList(firstPending, i)) {
                    forced.apply(pending);
                    note(pending);
                }
                firstPending = i + 1;
                visitor.visit(state(forced.copy(), "forced by entry " + i));
            } else if (isOperation(entry)) {
                for (int draw = 0; draw < draws; draw++) {
                    visitor.visit(drawn(forced.copy(), entries.subList(firstPending, i + 1), random, i));
                }
            }
        }
    }

    private CrashState drawn(DiskImage image, List<WriteLog.Entry> pending, SplittableRandom random, int last) {
        CrashStates after = new CrashStates(subject, entries, before, isCommitted ? required.copy() : null);
        after.started.add(started);
        after.done.add(done);
        for (WriteLog.Entry entry : pending) {
            boolean isSuperblock = entry instanceof WriteLog.Write write && write.isSuperblock();
            int fate = isOperation(entry) ? random.nextInt(isSuperblock ? 2 : 3) : 0;
            if (fate == 0) {
                image.apply(entry);
                after.note(entry);
            } else if (fate == 2 && entry instanceof WriteLog.Write write) {
                image.applyFirst(random.nextInt(write.bytes().length), write);
            }
        }
        return after.state(image, "a part of what was done until entry " + last);
    }

    private static boolean isOperation(WriteLog.Entry entry) {
        return entry instanceof WriteLog.Write || entry instanceof WriteLog.Truncate;
    }

    /** While a commit is made nobody writes: a slice whose call had returned before its end is in it. */
    private void note(WriteLog.Entry entry) {
        if (entry instanceof WriteLog.Started slice) {
            started.add(slice.array(), slice.slice());
        } else if (entry instanceof WriteLog.Done slice) {
            done.add(slice.array(), slice.slice());
        } else if (entry instanceof WriteLog.Write write && write.isSuperblock()) {
            isCommitted = true;
            required = done.copy();
            subject.keepCommitted(required);
        }
    }

    private CrashState state(DiskImage image, String place) {
        return new CrashState(subject, image, isCommitted, required.copy(), started.copy(), place);
    }
}
