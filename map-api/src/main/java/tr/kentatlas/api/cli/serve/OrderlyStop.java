package tr.kentatlas.api.cli.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what was started, last first: at the end of a command, after its failure, or when the process is told to end
 * (Ctrl-C, {@code kent down}).
 */
final class OrderlyStop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyStop.class);
    private static final long UNWIND_SECONDS = 3;

    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::stopFromOutside, "orderly-stop");
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch unwound = new CountDownLatch(1);
    private volatile boolean ended;
    private volatile boolean fromOutside;

    OrderlyStop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Registers something to close; best before it is started, so that half a start is stopped too. */
    <T extends AutoCloseable> T whenDone(T resource) {
        synchronized (started) {
            started.push(resource);
        }
        return resource;
    }

    /** Whether the process was told to end, so that whatever the worker suffers now is no failure. */
    boolean isFromOutside() {
        return fromOutside;
    }

    @Override
    public void close() {
        if (fromOutside) {
            unwound.countDown();
        } else {
            closeAll();
            ended = true;
        }
    }

    /** Lets the working thread leave what can be interrupted; closing the database ends the rest of its work. */
    private void stopFromOutside() {
        if (ended) {
            return;
        }
        fromOutside = true;
        worker.interrupt();
        try {
            boolean left = unwound.await(UNWIND_SECONDS, TimeUnit.SECONDS);
            LOG.debug("worker left={}", left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAll();
    }

    private void closeAll() {
        while (true) {
            AutoCloseable resource;
            synchronized (started) {
                resource = started.poll();
            }
            if (resource == null) {
                return;
            }
            closeOne(resource);
        }
    }

    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.err.println("Could not stop everything: " + e.getMessage());
        }
    }
}
