/** Internal: files that appear whole or not at all, and what stands in files as people may be shown it. */
package io.vtkhdf.file;
