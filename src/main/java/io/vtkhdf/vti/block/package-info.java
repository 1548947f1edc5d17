/** Internal: the bytes of arrays of VTK's XML files: encodings, headers, and compressed blocks. */
package io.vtkhdf.vti.block;
