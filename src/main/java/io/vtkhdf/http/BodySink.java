package io.vtkhdf.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Takes the body of an answer, and of none more than is wanted: what goes on beyond is not read. Once it has been
 * stopped nothing arrives any more. Thread-safe.
 */
final class BodySink implements HttpResponse.BodySubscriber<Void> {

    /** Gets bytes one after the other. */
    interface Taker {
        void take(ByteBuffer bytes);
    }

    /** Of what an error has to say: read, so that its connection can be used again. */
    private static final int MOST_DROPPED = 64 << 10;

    private static final Taker DROP = bytes -> bytes.position(bytes.limit());

    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private final long wanted;
    private final Taker taker;
    private Flow.Subscription subscription;
    private boolean stopped;
    private long left;
    private boolean tooLong;
    private volatile long lastProgress = System.nanoTime();

    BodySink(long wanted, Taker taker) {
        this.wanted = wanted;
        this.taker = taker;
        this.left = wanted;
    }

    /** One for a body that is not looked at. */
    static BodySink dropping() {
        return new BodySink(MOST_DROPPED, DROP);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (stopped) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> arrived) {
        lastProgress = System.nanoTime();
        for (ByteBuffer bytes : arrived) {
            if (stopped) {
                return;
            } else if (bytes.remaining() > left) {
                tooLong = taker != DROP;
                stop();
            } else {
                left -= bytes.remaining();
                taker.take(bytes);
            }
        }
    }

    /** Nothing arrives any more. */
    synchronized void stop() {
        stopped = true;
        if (subscription != null) {
            subscription.cancel();
        }
        whole.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(null);
    }

    synchronized boolean isTooLong() {
        return tooLong;
    }

    synchronized long taken() {
        return wanted - left;
    }

    /** The time of {@link System#nanoTime} when something arrived last. */
    long lastProgress() {
        return lastProgress;
    }
}
