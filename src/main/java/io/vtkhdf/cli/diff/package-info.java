/** Internal: the command that compares images, what it tells, and the picture of a difference. */
package io.vtkhdf.cli.diff;
