package io.vtkhdf.cli.slice;

import io.vtkhdf.plane.PlaneSet;
import java.util.ArrayList;
import java.util.List;

/** What one file shows. */
record Frame(List<Shot> shots) {

    /** How planes are put into files. */
    enum Layout {
        EACH,
        PLANES_OF_A_STEP,
        ALL
    }

    static List<Frame> of(int[] steps, List<Cut> cuts, Layout layout) {
        List<Frame> frames = new ArrayList<>();
        for (int step : steps) {
            List<Shot> shots = cuts.stream().map(cut -> new Shot(step, cut)).toList();
            if (layout == Layout.EACH) {
                shots.forEach(shot -> frames.add(new Frame(List.of(shot))));
            } else {
                frames.add(new Frame(shots));
            }
        }
        return layout == Layout.ALL
                ? List.of(new Frame(
                        frames.stream().flatMap(frame -> frame.shots.stream()).toList()))
                : frames;
    }

    Shot first() {
        return shots.get(0);
    }

    /** The planes of several files, which are opened as they are visited. */
    static PlaneSet planes(List<Frame> frames, StepImages images) {
        return visitor -> {
            for (Frame frame : frames) {
                for (Shot shot : frame.shots) {
                    visitor.plane(images.plane(shot));
                }
            }
        };
    }
}
