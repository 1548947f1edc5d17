/** Internal: series whose steps are files of their own, and the files that name these. */
package io.vtkhdf.series;
