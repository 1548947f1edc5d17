package io.vtkhdf.cli.option;

/** A command that works on files; it names them where an error does not. */
public interface FileCommand {
    String files();
}
