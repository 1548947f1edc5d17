package io.vtkhdf.cli.slice;

/** A plane of a step of a series. */
record Shot(int step, Cut cut) {}
