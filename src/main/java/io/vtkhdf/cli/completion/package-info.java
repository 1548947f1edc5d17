/** Internal: the scripts that complete the command line in shells. */
package io.vtkhdf.cli.completion;
