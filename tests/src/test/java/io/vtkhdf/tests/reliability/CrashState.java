package io.vtkhdf.tests.reliability;

/**
 * What a crash may leave, and what must be seen of it.
 *
 * @param subject what is written
 * @param image the file
 * @param committed whether a commit is valid in it; else it may be unreadable
 * @param required the slices that must be there
 * @param started the slices that may be there
 * @param place what had been done, for messages
 */
record CrashState(
        Subject subject, DiskImage image, boolean committed, SliceSets required, SliceSets started, String place) {

    /** Holds what was seen against what must be. */
    void judge(SliceSets seen) {
        subject.shown(required).requireWithin(seen, "were committed and are lost");
        seen.requireWithin(started, "are there and were never written");
    }
}
