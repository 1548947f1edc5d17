package io.vtkhdf.cli;

import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.write.ResumeMismatchException;
import java.nio.file.FileAlreadyExistsException;

/** What the user is told to do about a conversion that cannot go on, or not yet. */
final class ResumeAdvice {

    private ResumeAdvice() {}

    /** What leads to an OUTPUT without what there is of it by now. */
    static String anew(SeriesTarget target) {
        return target.appends()
                ? "vtkhdf convert " + target.file().getFileName()
                        + " OTHER.vtkhdf makes a finished file of its complete steps, to which others can be appended"
                : "with --overwrite instead of --resume all is converted anew";
    }

    /** A refusal that names the options on which it depends. */
    static IllegalArgumentException of(ResumeMismatchException refusal, SeriesTarget target) {
        String options =
                switch (refusal.aspect()) {
                    case GEOMETRY -> "it was begun from another INPUT, or with another --keep-extent";
                    case SOURCE, ARRAY -> "it was begun from another INPUT, or in another shape, or INPUT was changed";
                    case OTHER_ARRAY -> "it was begun with other arrays; convert the same ones";
                    case TIME_AXIS -> "it was begun with other steps";
                    case STORAGE -> "it was begun with another --compress, --chunk or --checksum";
                };
        return new IllegalArgumentException(refusal.difference() + ": " + options + "; " + anew(target), refusal);
    }

    /** Whether the same command would go on where this one failed: not if it was refused, or OUTPUT has appeared. */
    static boolean isWorthwhile(Throwable failure) {
        return !(failure instanceof IllegalArgumentException || failure instanceof FileAlreadyExistsException);
    }
}
