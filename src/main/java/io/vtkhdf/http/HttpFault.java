package io.vtkhdf.http;

import io.vtkhdf.error.ShownText;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What may be wrong with an answer, as it is said. */
final class HttpFault {

    private static final String WHAT_TO_DO = "; download the file, and open it from there";

    /** Of what may have been said by a server. */
    private static final int LONGEST = 300;

    private HttpFault() {}

    static FileSystemException of(String name, String problem) {
        return new FileSystemException(name, null, ShownText.of(problem, LONGEST));
    }

    static FileSystemException noRanges(String name) {
        return of(name, "found a server that sends files only whole, expected ranges of them" + WHAT_TO_DO);
    }

    /** @throws FileSystemException if the body of an answer is not the bytes of the file */
    static void requirePlain(String name, AnswerHead head) throws FileSystemException {
        if (head.wrapping().isPresent()) {
            throw of(
                    name,
                    "found an answer with " + head.wrapping().get() + ", expected the bytes of the file as they are"
                            + WHAT_TO_DO);
        }
    }

    static FileSystemException ofStatus(String name, int status) {
        return switch (status) {
            case 404, 410 -> new NoSuchFileException(name, null, "the server has no such file (" + status + ")");
            case 401, 403, 407 ->
                new AccessDeniedException(
                        name,
                        null,
                        "the server does not allow it (" + status
                                + "); HttpOptions.withHeader tells it who is asking, such as by Authorization");
            default -> of(name, "found the answer " + status + ", expected " + AnswerHead.PARTIAL + ", a range of it");
        };
    }
}
