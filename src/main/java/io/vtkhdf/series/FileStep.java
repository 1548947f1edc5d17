package io.vtkhdf.series;

import java.nio.file.Path;

/** The file of a step, and its time. */
record FileStep(Path file, double time) {}
