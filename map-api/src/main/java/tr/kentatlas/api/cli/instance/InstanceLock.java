package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tr.kentatlas.api.cli.report.UserError;

/** The right to start, fill or remove one city: held by one process at a time, given back by the system if that dies. */
public final class InstanceLock implements AutoCloseable {
    private final Instance instance;
    private final FileChannel channel;
    private RunRecord run;

    private InstanceLock(Instance instance, FileChannel channel, RunRecord run) {
        this.instance = instance;
        this.channel = channel;
        this.run = run;
    }

    /** Takes the lock for a command, or says in one sentence who has it. */
    public static InstanceLock take(Instance instance, String command) {
        return tryTake(instance, command).orElseThrow(() -> new UserError(whoHasIt(instance)));
    }

    public static Optional<InstanceLock> tryTake(Instance instance, String command) {
        instance.makeFolder();
        try {
            FileChannel channel = FileChannel.open(
                    instance.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (lock(channel).isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            RunRecord run = RunRecord.ofThisProcess(command);
            run.save(instance);
            return Optional.of(new InstanceLock(instance, channel, run));
        } catch (IOException e) {
            throw FileTrouble.writing(instance.lockFile(), e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    private static String whoHasIt(Instance instance) {
        return RunRecord.find(instance)
                .map(run -> run.address()
                        .map(url -> "The city '" + instance.name() + "' is already running at " + url + ".")
                        .orElse("Another command (kent " + run.command() + ", process " + run.pid()
                                + ") is working on the city '" + instance.name() + "'."))
                .orElse("Another command is working on the city '" + instance.name() + "'.");
    }

    /** Lets everybody know where the city is served. */
    public void servesAt(String url) {
        servesAt(url, Optional.empty());
    }

    /** The same with the address of the simulated registry beside it. */
    public void servesAt(String url, Optional<String> registry) {
        run = run.withAddress(url, registry);
        run.save(instance);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(instance.runFile());
            channel.close();
        } catch (IOException e) {
            throw FileTrouble.writing(instance.lockFile(), e);
        }
    }
}
