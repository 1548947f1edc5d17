package io.vtkhdf.cli.slice;

/** The colour map viridis: perceptually uniform, readable in grey and by the colour-blind. */
final class Viridis {

    /** Colours of the map at equal distances, between which it is linear to the eye. */
    private static final int[] STOPS = {
        0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e, 0x2a788e, 0x23888e,
        0x1f988b, 0x22a884, 0x35b779, 0x54c568, 0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725
    };

    private Viridis() {}

    /** The colour as 0xRRGGBB at a position from 0 to 1. */
    static int rgb(double position) {
        double at = position * (STOPS.length - 1);
        int stop = Math.min((int) at, STOPS.length - 2);
        double part = at - stop;
        return channel(stop, part, 16) | channel(stop, part, 8) | channel(stop, part, 0);
    }

    private static int channel(int stop, double part, int shift) {
        int from = STOPS[stop] >> shift & 0xff;
        int to = STOPS[stop + 1] >> shift & 0xff;
        return (int) Math.round(from + part * (to - from)) << shift;
    }
}
