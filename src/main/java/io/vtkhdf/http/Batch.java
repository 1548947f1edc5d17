package io.vtkhdf.http;

import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Fulfils wishes, several at once, while its thread waits. When it has ended nothing of it goes on. */
final class Batch {

    /** After which it is looked again whether another batch has ended a request. */
    private static final long LOOK_AGAIN = Duration.ofMillis(10).toNanos();

    private final RemoteFile file;
    private final Deque<Transfer> waiting = new ArrayDeque<>();
    private final Map<Exchange, Transfer> active = new HashMap<>();
    /** Exchanges that have ended; empty to look whether it has been aborted. */
    private final BlockingQueue<Optional<Exchange>> ended = new LinkedBlockingQueue<>();

    private volatile boolean aborted;

    Batch(RemoteFile file, List<? extends Wish> wishes) {
        this.file = file;
        wishes.forEach(wish -> waiting.add(new Transfer(file, wish)));
    }

    /** @throws IllegalStateException if it is aborted */
    void run() throws IOException {
        try {
            while (!waiting.isEmpty() || !active.isEmpty()) {
                Optional<Exchange> one = Optional.ofNullable(ended.poll(startDue(), TimeUnit.NANOSECONDS))
                        .flatMap(found -> found);
                if (aborted) {
                    throw new IllegalStateException(ShownText.of(file.name()) + ": the reader is closed");
                } else if (one.isPresent()) {
                    settle(one.get());
                } else {
                    endStalled();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(file);
        } finally {
            active.keySet().forEach(Exchange::cancel);
        }
    }

    static InterruptedIOException interrupted(RemoteFile file) {
        return new InterruptedIOException(
                ShownText.of(file.name()) + ": could not be read: its thread was interrupted");
    }

    /** By another thread. */
    void abort() {
        aborted = true;
        ended.add(Optional.empty());
    }

    private void settle(Exchange exchange) throws IOException {
        Transfer transfer = active.remove(exchange);
        if (transfer != null && !transfer.settle(exchange)) {
            waiting.add(transfer);
        }
    }

    private void endStalled() throws IOException {
        long now = System.nanoTime();
        Iterator<Map.Entry<Exchange, Transfer>> all = active.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Exchange, Transfer> each = all.next();
            if (deadline(each.getKey()) - now <= 0) {
                all.remove();
                each.getKey().cancel();
                if (!each.getValue().stalled(each.getKey())) {
                    waiting.add(each.getValue());
                }
            }
        }
    }

    /** Starts what is due, and tells for how long there is nothing else to do. */
    private long startDue() {
        long now = System.nanoTime();
        long wait = Long.MAX_VALUE;
        for (int left = waiting.size(); left > 0; left--) {
            Transfer transfer = waiting.remove();
            if (transfer.due() - now > 0) {
                waiting.add(transfer);
                wait = Math.min(wait, transfer.due() - now);
            } else if (file.session().permits().tryAcquire()) {
                start(transfer);
            } else {
                waiting.addFirst(transfer);
                wait = LOOK_AGAIN;
                break;
            }
        }
        for (Exchange exchange : active.keySet()) {
            wait = Math.min(wait, deadline(exchange) - now);
        }
        return Math.max(0, wait);
    }

    private void start(Transfer transfer) {
        Exchange exchange = null;
        try {
            exchange = transfer.start(this::ended);
        } finally {
            if (exchange == null) {
                file.session().permits().release();
            }
        }
        active.put(exchange, transfer);
    }

    private void ended(Exchange exchange) {
        file.session().permits().release();
        ended.add(Optional.of(exchange));
    }

    private long deadline(Exchange exchange) {
        return exchange.deadline(file.session().options().timeLimit());
    }
}
