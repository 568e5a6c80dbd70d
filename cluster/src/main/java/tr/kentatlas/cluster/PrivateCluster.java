package tr.kentatlas.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One PostgreSQL cluster in a folder of its own: created by {@code initdb} with UTF-8, Turkish ICU collation, checksums and
 * a generated password, listening on 127.0.0.1 only. The default collation is Turkish, so {@code lower('I')} is {@code ı} in
 * SQL: machine text needs {@code COLLATE "C"}. One process at a time may change a cluster; callers hold a lock.
 */
public final class PrivateCluster {
    /** The superuser that owns the cluster. */
    public static final String OWNER = "kent";

    private final Path home;
    private final Durability durability;
    private final ServerUser user = ServerUser.current();
    private final Path output;

    private PrivateCluster(Path home, Durability durability) {
        this.home = home.toAbsolutePath().normalize();
        this.durability = durability;
        this.output = this.home.resolve("postgres-tools.log");
    }

    /** The cluster whose home is that folder, whether it exists yet or not. */
    public static PrivateCluster in(Path home, Durability durability) {
        return new PrivateCluster(home, durability);
    }

    /** What can be said of a cluster from outside. */
    public enum Status {
        MISSING,
        STOPPED,
        RUNNING
    }

    public Status status() {
        if (ClusterNotes.find(home).filter(notes -> Files.exists(data(notes))).isEmpty()) {
            return Status.MISSING;
        }
        return isRunning(notes()) ? Status.RUNNING : Status.STOPPED;
    }

    /**
     * Creates the cluster if it is missing; what an interrupted attempt left behind is removed first. It becomes the
     * cluster by one rename at the very end.
     */
    public void create() {
        if (status() != Status.MISSING) {
            return;
        }
        PostgresInstallation postgres = PostgresInstallation.find();
        ClusterNotes notes = newNotes();
        ServerFolder.removeHalfMade(notes.serverFolder());
        Path making = ServerFolder.making(notes.serverFolder());
        initialise(postgres, notes, making);
        try {
            Files.writeString(
                    making.resolve("postgresql.conf"), "include 'kentatlas.conf'\n", StandardOpenOption.APPEND);
            Files.writeString(making.resolve("kentatlas.conf"), "");
            user.own(making.resolve("kentatlas.conf"));
            notes.save(home);
            Files.move(making, data(notes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the cluster, or adopts it when it is running already. */
    public ServerAddress start() {
        ClusterNotes notes = notes();
        if (isRunning(notes)) {
            return address(notes.withPort(runningPort(notes)));
        }
        writeSettings(notes);
        ClusterNotes started = startOnFreePort(notes);
        return address(started);
    }

    /** Where the running cluster answers. */
    public ServerAddress address() {
        ClusterNotes notes = notes();
        return address(notes.withPort(runningPort(notes)));
    }

    /** Stops the server in an orderly way; nothing happens when it is not running. */
    public void stop() {
        if (status() != Status.RUNNING) {
            return;
        }
        String mode = durability == Durability.LASTING ? "fast" : "immediate";
        if (pgCtl(notes(), "stop", "-m", mode, "-w", "-t", "120") != 0) {
            throw new ClusterException("The database did not stop: see " + output + ".");
        }
    }

    /** Stops the server and removes all its files, also those of one whose making was interrupted. */
    public void remove() {
        stop();
        ClusterNotes.find(home)
                .ifPresentOrElse(
                        notes -> ServerFolder.remove(notes.serverFolder()), () -> ServerFolder.removeAnyHalfMade(home));
        try {
            ClusterNotes.remove(home);
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server's last words were that it had no room left to write. */
    public boolean ranOutOfDisk() {
        return ClusterNotes.find(home).isPresent() && Failures.isDiskFull(log());
    }

    /** The server's own log: the file it wrote to last. */
    public Path log() {
        Path first = firstLog();
        return days(first).stream()
                .max(Comparator.comparingLong(PrivateCluster::lastWritten))
                .filter(day -> lastWritten(day) >= lastWritten(first))
                .orElse(first);
    }

    /** Those of the week beside the first one; none where nobody may look. */
    private static List<Path> days(Path first) {
        try (Stream<Path> all = Files.list(first.resolveSibling("."))) {
            return all.filter(path -> path.getFileName().toString().matches("postgres-\\d\\.log"))
                    .toList();
        } catch (IOException notOurs) {
            return List.of();
        }
    }

    /** What is told before the file of the day is opened. */
    private Path firstLog() {
        return notes().serverFolder().resolve("postgres.log");
    }

    private static long lastWritten(Path file) {
        return file.toFile().lastModified();
    }

    private ClusterNotes newNotes() {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new ClusterException("No permission to write " + home + ".", e);
        }
        Path folder = ServerFolder.prepare(home, user);
        if (Files.exists(folder.resolve("data"))) {
            throw new ClusterException("The folder " + folder
                    + " holds a database whose password file is lost: move it away, or restore cluster.properties.");
        }
        return new ClusterNotes(folder, FreePort.find(), Secret.random());
    }

    private void initialise(PostgresInstallation postgres, ClusterNotes notes, Path making) {
        Path password = ServerFolder.makingPassword(notes.serverFolder());
        try {
            ServerFolder.remove(password);
            Files.createFile(password);
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(password, notes.password().reveal());
            user.own(password);
            int code = user.run(output, initdb(postgres, making, password));
            if (code != 0) {
                throw Failures.of(output, "The database could not be created");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ServerFolder.remove(password);
        }
    }

    private List<String> initdb(PostgresInstallation postgres, Path making, Path password) {
        boolean isLasting = durability == Durability.LASTING;
        return List.of(
                postgres.program("initdb").toString(),
                "--pgdata=" + making,
                "--username=" + OWNER,
                "--pwfile=" + password,
                // Tests connect thousands of times over the loopback: the server still checks the password, the client
                // hashes nothing.
                isLasting ? "--auth=scram-sha-256" : "--auth=password",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=tr-TR",
                isLasting ? "--data-checksums" : "--no-sync");
    }

    private void writeSettings(ClusterNotes notes) {
        try {
            Files.writeString(
                    data(notes).resolve("kentatlas.conf"),
                    ServerSettings.ofThisMachine(durability).text());
        } catch (IOException e) {
            throw new ClusterException("Cannot write the database's settings: " + e.getMessage(), e);
        }
    }

    /** The remembered port first; another one when somebody else took it meanwhile. */
    private ClusterNotes startOnFreePort(ClusterNotes notes) {
        ClusterNotes attempt = FreePort.isFree(notes.port()) ? notes : notes.withPort(FreePort.find());
        for (int count = 1; !startOn(attempt); count++) {
            if (count == 3 || !Failures.isPortTaken(log())) {
                throw Failures.of(log(), "The database did not start");
            }
            attempt = attempt.withPort(FreePort.find());
        }
        attempt.save(home);
        return attempt;
    }

    private boolean startOn(ClusterNotes notes) {
        Path log = firstLog();
        putAside(log);
        days(log).forEach(PrivateCluster::putAside);
        return pgCtl(notes, "start", "-l", log.toString(), "-w", "-t", "300", "-s", "-o", "-p " + notes.port()) == 0;
    }

    /** What was said before this start is no reason why it failed. */
    private static void putAside(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ClusterException("No permission to write " + log + ".", e);
        }
    }

    private static boolean isRunning(ClusterNotes notes) {
        return Postmaster.find(data(notes)).isPresent();
    }

    private int pgCtl(ClusterNotes notes, String action, String... options) {
        String program =
                PostgresInstallation.find(major(notes)).program("pg_ctl").toString();
        List<String> command = Stream.concat(
                        Stream.of(program, action, "-D", data(notes).toString()), Stream.of(options))
                .toList();
        return user.run(output, command);
    }

    private static int major(ClusterNotes notes) {
        try {
            return Integer.parseInt(
                    Files.readString(data(notes).resolve("PG_VERSION")).strip());
        } catch (IOException e) {
            throw new ClusterException("No permission to read the database in " + notes.serverFolder() + ".", e);
        }
    }

    private static int runningPort(ClusterNotes notes) {
        return Postmaster.find(data(notes))
                .map(Postmaster::port)
                .orElseThrow(() -> new ClusterException("The database is not running."));
    }

    private ClusterNotes notes() {
        return ClusterNotes.find(home)
                .orElseThrow(() -> new ClusterException("There is no database in " + home + " yet."));
    }

    private static ServerAddress address(ClusterNotes notes) {
        return new ServerAddress("127.0.0.1", notes.port(), OWNER, notes.password());
    }

    private static Path data(ClusterNotes notes) {
        return notes.serverFolder().resolve("data");
    }
}
