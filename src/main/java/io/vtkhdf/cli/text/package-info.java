/** Internal: how the command line says things: numbers, sizes, times, tables, JSON. */
package io.vtkhdf.cli.text;
