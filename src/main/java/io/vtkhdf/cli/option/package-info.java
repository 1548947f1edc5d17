/** Internal: the options of the commands: what they are called, what they take, what they mean. */
package io.vtkhdf.cli.option;
