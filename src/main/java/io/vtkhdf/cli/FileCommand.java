package io.vtkhdf.cli;

/** A command that works on files; it names them where an error does not. */
interface FileCommand {
    String files();
}
