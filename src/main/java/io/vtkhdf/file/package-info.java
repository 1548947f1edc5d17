/** Internal: files that appear whole or not at all. */
package io.vtkhdf.file;
