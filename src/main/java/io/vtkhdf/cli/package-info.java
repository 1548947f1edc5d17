/**
 * The command line: results on stdout, everything else on stderr, exit codes as {@link io.vtkhdf.cli.option.ExitCode}
 * says.
 */
package io.vtkhdf.cli;
