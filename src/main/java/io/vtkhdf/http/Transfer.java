package io.vtkhdf.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** A wish on its way to be fulfilled, by as many requests as redirects and failures make of it. For one thread. */
final class Transfer {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What a server may say now and not a moment later. */
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final RemoteFile file;
    private final Wish wish;
    private final HttpOptions options;
    private URI at;
    private int redirects;
    private int failures;
    private long due = System.nanoTime();

    Transfer(RemoteFile file, Wish wish) {
        this.file = file;
        this.wish = wish;
        this.options = file.session().options();
        this.at = file.location();
    }

    /** When it goes on, as {@link System#nanoTime} counts. */
    long due() {
        return due;
    }

    Exchange start(Consumer<Exchange> ended) {
        return Exchange.start(file.session().client(), file.request(at, wish.range()), wish, ended);
    }

    /** Whether all is done after an exchange, or else it goes on with another one. */
    boolean settle(Exchange ended) throws IOException {
        AnswerHead head = ended.head();
        if (head == null) {
            lost(ended.failure().orElseThrow());
            return false;
        } else if (REDIRECTS.contains(head.status())) {
            follow(head);
            return false;
        } else if (ended.refusal().isPresent()) {
            refused(head, ended.refusal().get());
            return false;
        } else if (ended.isTooLong()) {
            throw HttpFault.of(file.name(), "found an answer longer than it says, expected the bytes asked for");
        } else if (!wish.isFulfilled() && ended.failure().isPresent()) {
            lost(ended.failure().get());
            return false;
        } else if (!wish.isFulfilled()) {
            fail("found an answer that ends too early", Duration.ZERO, null);
            return false;
        }
        file.located(at);
        return true;
    }

    /** Whether all is done after an exchange that was given up because it takes too long. */
    boolean stalled(Exchange givenUp) throws IOException {
        if (givenUp.head() != null && (givenUp.refusal().isPresent() || wish.isFulfilled())) {
            return settle(givenUp); // All that matters of it has arrived.
        }
        String problem = givenUp.isSilent(options.timeLimit())
                ? "found no answer for " + seconds(options.timeLimit())
                : "found an answer that takes too long";
        fail(problem, Duration.ZERO, null);
        return false;
    }

    private void lost(Throwable cause) throws IOException {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                throw failure("found no host '" + at.getHost() + "'", cause);
            } else if (each instanceof SSLException) {
                throw failure("found no secure connection: " + each.getMessage(), cause);
            }
        }
        if (cause instanceof ConnectException) {
            fail("found no connection to '" + at.getHost() + "'", Duration.ZERO, cause);
            return;
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        fail("found a lost connection: " + message, Duration.ZERO, cause);
    }

    private void refused(AnswerHead head, IOException refusal) throws IOException {
        boolean isElsewhere = !at.equals(file.address());
        if (PASSING.contains(head.status())) {
            fail(
                    refusal instanceof FileSystemException known ? known.getReason() : refusal.getMessage(),
                    retryAfter(head),
                    refusal);
        } else if (isElsewhere && redirects == 0 && head.status() / 100 == 4) {
            // Where it led to once may have been for a while only.
            at = file.address();
            redirects = 1;
        } else {
            throw refusal;
        }
    }

    private void follow(AnswerHead head) throws IOException {
        if (++redirects > MOST_REDIRECTS) {
            throw failure("found more than " + MOST_REDIRECTS + " redirects", null);
        }
        URI to = target(head);
        boolean isAllowed =
                switch (options.redirects()) {
                    case NONE -> false;
                    case SAME_HOST -> HttpHost.isSameHost(at, to);
                    case ANY -> true;
                };
        if (!isAllowed) {
            throw failure(
                    "found a redirect to " + to.getScheme() + "://"
                            + to.getRawAuthority()
                                    .substring(to.getRawAuthority().lastIndexOf('@') + 1)
                            + ", expected the file itself; HttpOptions.withRedirects follows it",
                    null);
        }
        at = to;
    }

    private URI target(AnswerHead head) throws IOException {
        URI to;
        try {
            to = at.resolve(new URI(head.header("Location").orElse("")).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw failure("found a redirect to no address", e);
        }
        String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
        boolean isHttp = scheme.equals("https")
                || scheme.equals("http") && at.getScheme().equals("http");
        if (!isHttp || to.getHost() == null) {
            throw failure(
                    "found a redirect to an address of '" + scheme + "', expected one of " + at.getScheme(), null);
        }
        return to;
    }

    private Duration retryAfter(AnswerHead head) throws IOException {
        Optional<Duration> asked = head.header("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        if (asked.isPresent() && asked.get().compareTo(options.timeLimit()) > 0) {
            throw failure(
                    "found the answer " + head.status() + ", and that it is to be tried again in "
                            + seconds(asked.get()),
                    null);
        }
        return asked.orElse(Duration.ZERO);
    }

    /** @param pause that a server asks for */
    private void fail(String problem, Duration pause, Throwable cause) throws IOException {
        if (++failures >= options.attempts()) {
            throw failure(failures == 1 ? problem : problem + ", " + failures + " times", cause);
        }
        long wait = FIRST_PAUSE.toNanos() << Math.min(failures - 1, 8);
        wait += ThreadLocalRandom.current().nextLong(wait / 4);
        due = System.nanoTime() + Math.max(wait, pause.toNanos());
    }

    private IOException failure(String problem, Throwable cause) {
        IOException failure = HttpFault.of(file.name(), problem);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
