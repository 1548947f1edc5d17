/** Internal: numbers as people read them, in messages, tables and pictures. */
package io.vtkhdf.text;
