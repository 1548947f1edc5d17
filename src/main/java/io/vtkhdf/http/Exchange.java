package io.vtkhdf.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** One request, and its answer. */
final class Exchange implements HttpResponse.BodyHandler<Void> {

    private static final int LEAST_BYTES_PER_SECOND = 4 << 10;
    private static final int LIMITS = 4;

    private final Wish wish;
    private final long size;
    private final long began = System.nanoTime();
    private volatile AnswerHead head;
    private volatile IOException refusal;
    private volatile BodySink sink;
    private boolean cancelled;
    private CompletableFuture<HttpResponse<Void>> answer;
    private volatile Throwable failure;

    private Exchange(Wish wish) {
        this.wish = wish;
        this.size = wish.size();
    }

    /** @param ended called when it is over, in whatever way */
    static Exchange start(HttpClient client, HttpRequest request, Wish wish, Consumer<Exchange> ended) {
        Exchange exchange = new Exchange(wish);
        exchange.answer = client.sendAsync(request, exchange);
        exchange.answer.whenComplete((response, thrown) -> {
            exchange.failure = thrown instanceof CompletionException wrapper ? wrapper.getCause() : thrown;
            ended.accept(exchange);
        });
        return exchange;
    }

    @Override
    public synchronized HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
        AnswerHead found = AnswerHead.of(info);
        BodySink body;
        if (cancelled) {
            body = BodySink.dropping();
            body.stop();
            return body;
        }
        try {
            body = wish.accept(found);
        } catch (IOException e) {
            refusal = e;
            body = BodySink.dropping();
        }
        sink = body;
        head = found;
        return body;
    }

    /** Nothing arrives any more. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
            if (sink != null) {
                sink.stop();
            }
        }
        answer.cancel(true);
    }

    /** Why there is no whole answer. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    AnswerHead head() {
        return head;
    }

    /** What is wrong with the answer. */
    Optional<IOException> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean isTooLong() {
        return sink.isTooLong();
    }

    private long lastProgress() {
        return sink == null ? began : sink.lastProgress();
    }

    /** Whether nothing has arrived for so long. */
    boolean isSilent(Duration limit) {
        return System.nanoTime() - lastProgress() >= limit.toNanos();
    }

    /** When it will have taken too long, as {@link System#nanoTime} counts, if nothing more arrives until then. */
    long deadline(Duration limit) {
        long silent = lastProgress() + limit.toNanos();
        long whole = began
                + LIMITS * limit.toNanos()
                + Duration.ofSeconds(size / LEAST_BYTES_PER_SECOND).toNanos();
        return silent - whole < 0 ? silent : whole;
    }
}
