package io.vtkhdf.compat;

import java.util.Map;

/**
 * The group Steps, which makes a file a time series if it has more than one step.
 *
 * @param count the attribute NSteps; 0 if it is missing, or no single number
 * @param hasValues whether there is a dataset Values
 * @param slabs by an array's {@link StoredArray#path()}, how many slabs along its first axis the steps ask for; for a
 *     field array only if it has offsets
 */
public record StoredSteps(long count, boolean hasValues, Map<String, Long> slabs) {

    public StoredSteps {
        slabs = Map.copyOf(slabs);
    }
}
