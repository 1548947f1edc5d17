package io.vtkhdf.cli;

import io.vtkhdf.write.ResumeMismatchException;
import java.nio.file.FileAlreadyExistsException;

/** What the user is told to do about a conversion that cannot go on, or not yet. */
final class ResumeAdvice {

    static final String ANEW = "with --overwrite instead of --resume all is converted anew";

    private ResumeAdvice() {}

    /** A refusal that names the options on which it depends. */
    static IllegalArgumentException of(ResumeMismatchException refusal) {
        String options =
                switch (refusal.aspect()) {
                    case GEOMETRY -> "it was begun from another INPUT, or with another --keep-extent";
                    case SOURCE, ARRAY -> "it was begun from another INPUT, or INPUT was changed";
                    case OTHER_ARRAY -> "it was begun with other arrays; convert that one, too";
                    case TIME_AXIS -> "it was begun with other steps";
                    case STORAGE -> "it was begun with another --compress, --chunk or --checksum";
                };
        return new IllegalArgumentException(refusal.difference() + ": " + options + "; " + ANEW, refusal);
    }

    /** Whether the same command would go on where this one failed: not if it was refused, or OUTPUT has appeared. */
    static boolean isWorthwhile(Throwable failure) {
        return !(failure instanceof IllegalArgumentException || failure instanceof FileAlreadyExistsException);
    }
}
