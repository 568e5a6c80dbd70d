package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Properties;

/**
 * The process that works on a city: which one (its id and when it started, since ids are used again), what for, and where it
 * serves.
 *
 * @param address empty while it is not serving (yet)
 * @param registry of the simulated address registry beside it, if it has one
 */
public record RunRecord(
        long pid, ProcessStart started, String command, Optional<String> address, Optional<String> registry) {
    public static RunRecord ofThisProcess(String command) {
        ProcessHandle self = ProcessHandle.current();
        return new RunRecord(self.pid(), ProcessStart.of(self), command, Optional.empty(), Optional.empty());
    }

    public RunRecord withAddress(String url, Optional<String> besideUrl) {
        return new RunRecord(pid, started, command, Optional.of(url), besideUrl);
    }

    /** The record of a process that still runs; one that a dead process left is none. */
    public static Optional<RunRecord> find(Instance instance) {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(instance.runFile())) {
            file.load(reader);
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.reading(instance.runFile(), e);
        }
        return parse(file).filter(run -> run.process().isPresent());
    }

    private static Optional<RunRecord> parse(Properties file) {
        try {
            return Optional.of(new RunRecord(
                    Long.parseLong(file.getProperty("pid", "")),
                    ProcessStart.read(file),
                    file.getProperty("command", ""),
                    Optional.ofNullable(file.getProperty("address")),
                    Optional.ofNullable(file.getProperty("registry"))));
        } catch (IllegalArgumentException | DateTimeException torn) {
            return Optional.empty();
        }
    }

    void save(Instance instance) {
        Properties file = new Properties();
        file.setProperty("pid", Long.toString(pid));
        started.write(file);
        file.setProperty("command", command);
        address.ifPresent(url -> file.setProperty("address", url));
        registry.ifPresent(url -> file.setProperty("registry", url));
        Path fresh = instance.folder().resolve("run.properties.new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            file.store(writer, null);
        } catch (IOException e) {
            throw FileTrouble.writing(fresh, e);
        }
        try {
            Files.move(fresh, instance.runFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileTrouble.writing(instance.runFile(), e);
        }
    }

    /** Exactly the recorded process, if it is still there. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> ProcessStart.of(process).isSame(started));
    }
}
