package tr.kentatlas.api.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Takes in what a caller still sends of a request that is refused already: closing over unread bytes resets the connection, and the
 * caller would see it end instead of the answer (RFC 9112 §9.6). Bounded in bytes and in time.
 */
final class UnreadRest {
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private UnreadRest() {}

    static void discard(Request request) {
        EndPoint caller = request.getConnectionMetaData().getConnection().getEndPoint();
        try {
            drain(caller);
        } catch (IOException e) {
            caller.close(e); // the caller is gone, and with it the reader of an answer
        }
    }

    /** Until the caller ends, pauses, or has had its share. */
    private static void drain(EndPoint caller) throws IOException {
        ByteBuffer room = BufferUtil.allocate(1 << 16);
        long start = System.nanoTime();
        long heard = start;
        long bytes = 0;
        while (bytes < MOST_BYTES && System.nanoTime() - start < MOST_NANOS) {
            int read = caller.fill(room);
            BufferUtil.clear(room);
            if (read < 0) return;
            if (read > 0) {
                bytes += read;
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > QUIET_NANOS) {
                return;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
