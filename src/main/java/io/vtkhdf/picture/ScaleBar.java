package io.vtkhdf.picture;

import java.awt.Graphics2D;

/** What tells the colours beside a picture. */
interface ScaleBar {

    int width();

    int height();

    void draw(Graphics2D graphics, int left, int top);
}
