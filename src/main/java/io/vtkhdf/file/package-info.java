/** Internal: files that appear whole or not at all: their names, locks and publication. */
package io.vtkhdf.file;
