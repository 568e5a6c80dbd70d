package tr.kentatlas.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** What must be remembered of a cluster between two starts: {@code cluster.properties}, readable by its owner only. */
record ClusterNotes(Path serverFolder, int port, Secret password) {
    private static final String FILE = "cluster.properties";

    static Optional<ClusterNotes> find(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties notes = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            notes.load(reader);
        } catch (IOException e) {
            throw new ClusterException(
                    e instanceof AccessDeniedException
                            ? "No permission to read " + file + ": run this as who started the city."
                            : "Cannot read " + file + ": " + e.getMessage() + ".",
                    e);
        }
        return Optional.of(new ClusterNotes(
                Path.of(get(notes, "folder", file)),
                Integer.parseInt(get(notes, "port", file)),
                new Secret(get(notes, "password", file))));
    }

    private static String get(Properties notes, String key, Path file) {
        String value = notes.getProperty(key);
        if (value == null) {
            throw new ClusterException("The file " + file + " is damaged: it has no " + key + ".");
        }
        return value;
    }

    ClusterNotes withPort(int newPort) {
        return new ClusterNotes(serverFolder, newPort, password);
    }

    /** Also those somebody was killed at writing. */
    static void remove(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
        Files.deleteIfExists(fresh(home));
    }

    private static Path fresh(Path home) {
        return home.resolve(FILE + ".new");
    }

    void save(Path home) {
        Properties notes = new Properties();
        notes.setProperty("folder", serverFolder.toString());
        notes.setProperty("port", Integer.toString(port));
        notes.setProperty("password", password.reveal());
        Path fresh = fresh(home);
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                notes.store(writer, null);
            }
            Files.move(fresh, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
