package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database that can be cut and mended: while it is cut, connections break and new ones are refused, as when it is stopped. */
final class Relay implements AutoCloseable {
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    Relay(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listen(door);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() throws IOException {
        door.close();
        for (Socket socket : open) socket.close();
        open.clear();
    }

    void mend() throws IOException {
        door = new ServerSocket(door.getLocalPort(), 50, InetAddress.getLoopbackAddress());
        listen(door);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void listen(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    Socket here = at.accept();
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                    pass(here, there);
                    pass(there, here);
                } catch (IOException e) {
                    return; // cut
                }
            }
        });
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // cut, or one side is gone: both ends close
            }
        });
    }
}
