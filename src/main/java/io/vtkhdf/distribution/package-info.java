/** Internal: how values are spread: histograms, and percentiles, in memory that does not grow with their number. */
package io.vtkhdf.distribution;
