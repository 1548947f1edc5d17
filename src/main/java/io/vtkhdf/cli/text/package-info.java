/** Internal: how the command line says things: sizes, times, tables, JSON. */
package io.vtkhdf.cli.text;
