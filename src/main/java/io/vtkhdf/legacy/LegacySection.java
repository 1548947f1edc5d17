package io.vtkhdf.legacy;

import io.vtkhdf.image.Association;

/**
 * What follows POINT_DATA or CELL_DATA, or stands in front of both.
 *
 * @param tuples of each array, as the file says; 0 in front of both
 * @param tuplesOfImage what they must be
 */
record LegacySection(Association association, long tuples, long tuplesOfImage) {

    static final LegacySection FRONT = new LegacySection(Association.FIELD, 0, 0);
}
