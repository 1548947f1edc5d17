package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which requests bring some ranges: one for those that are near to one another, and several for what is large. */
final class RangePlan {

    /** What lies between two ranges comes sooner than the answer to another request. */
    private static final int LARGEST_GAP = 256 << 10;

    private static final int LARGEST_REQUEST = 8 << 20;

    private RangePlan() {}

    static List<RangeWish> of(RemoteFile file, List<Range> ranges) {
        List<Range> sorted = new ArrayList<>();
        ranges.forEach(range -> addPieces(range, sorted));
        sorted.sort(Comparator.comparingLong(Range::position));
        List<RangeWish> wishes = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            long start = sorted.get(from).position();
            long end = end(sorted.get(from));
            int to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).position() - end < LARGEST_GAP
                    && Math.max(end, end(sorted.get(to))) - start <= LARGEST_REQUEST) {
                end = Math.max(end, end(sorted.get(to)));
                to++;
            }
            wishes.add(new RangeWish(file, start, end, List.copyOf(sorted.subList(from, to))));
            from = to;
        }
        return wishes;
    }

    private static void addPieces(Range range, List<Range> pieces) {
        int size = range.target().remaining();
        int piece;
        for (int at = 0; at < size; at += piece) {
            piece = Math.min(LARGEST_REQUEST, size - at);
            pieces.add(new Range(
                    range.position() + at, range.target().slice(range.target().position() + at, piece)));
        }
    }

    private static long end(Range range) {
        return range.position() + range.target().remaining();
    }
}
