/** Internal: the markup of VTK's XML files, read element by element in bounded memory. */
package io.vtkhdf.vti.xml;
