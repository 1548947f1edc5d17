/** Internal: writes VTK's XML files, all values in memory that does not grow with the image. */
package io.vtkhdf.vti.write;
