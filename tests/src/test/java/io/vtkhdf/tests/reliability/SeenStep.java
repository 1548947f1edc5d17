package io.vtkhdf.tests.reliability;

import java.util.List;
import java.util.Map;

/**
 * What a reader has shown of one step.
 *
 * @param slices of each point and cell array, the CRC-32 of each slice, little-endian, x-fastest
 * @param fields the numbers or texts of each field array
 */
record SeenStep(double time, Map<String, List<Long>> slices, Map<String, List<Object>> fields) {}
