/**
 * A reduced copy of an array, and the page of its own that shows it in three dimensions: {@code vtkhdf view --export}.
 */
package io.vtkhdf.cli.volume;
