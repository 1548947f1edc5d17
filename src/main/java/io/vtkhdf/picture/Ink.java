package io.vtkhdf.picture;

import java.awt.Color;

/** What is drawn beside values. */
final class Ink {

    static final Color TEXT = new Color(0x222222);
    static final Color LINE = new Color(0x777777);

    private Ink() {}
}
