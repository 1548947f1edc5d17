/** Internal: how the command line shows that something goes on. */
package io.vtkhdf.cli.progress;
