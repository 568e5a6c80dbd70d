package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The running server process of a data folder, as its {@code postmaster.pid} tells: process id and port. */
record Postmaster(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /**
     * Empty also when the file is left over from a crash and its process id belongs to nobody or to another program, be it the server of
     * another folder.
     */
    static Optional<Postmaster> find(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= STATUS_LINE) {
                return Optional.empty();
            }
            Postmaster written = new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
            return written.isAlive() && written.servesIn(data) ? Optional.of(written) : Optional.empty();
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }

    /** A server works in its data folder; where the system does not tell where, its port must answer at least. */
    private boolean servesIn(Path data) throws IOException {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(data.toRealPath());
        } catch (NoSuchFileException | AccessDeniedException notTold) {
            return !FreePort.isFree(port);
        }
    }
}
