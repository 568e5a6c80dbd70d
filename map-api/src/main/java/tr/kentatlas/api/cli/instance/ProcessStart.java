package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * When a process started, which tells it from a later one of the same id. Linux counts the ticks since the machine's start, which stay what
 * they are when its clock is set; elsewhere it is the time.
 *
 * @param ticks with the start of the machine they are counted from
 */
record ProcessStart(Instant time, Optional<String> ticks) {
    /** Each virtual machine works out the time for itself; it moves a little when the clock is adjusted. */
    private static final Duration SAME = Duration.ofSeconds(2);

    /** Of the fields behind the program's name, which may have spaces in it. */
    private static final int STARTTIME = 19;

    static ProcessStart of(ProcessHandle process) {
        return new ProcessStart(process.info().startInstant().orElse(Instant.EPOCH), ticksOf(process.pid()));
    }

    static ProcessStart read(Properties file) {
        return new ProcessStart(
                Instant.parse(file.getProperty("started", "")), Optional.ofNullable(file.getProperty("ticks")));
    }

    void write(Properties file) {
        file.setProperty("started", time.toString());
        ticks.ifPresent(counted -> file.setProperty("ticks", counted));
    }

    boolean isSame(ProcessStart other) {
        if (ticks.isPresent() && other.ticks.isPresent()) return ticks.equals(other.ticks);
        return Duration.between(time, other.time).abs().compareTo(SAME) <= 0;
    }

    private static Optional<String> ticksOf(long pid) {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String process = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = process.substring(process.lastIndexOf(')') + 2).split(" ", -1);
            return fields.length > STARTTIME
                    ? Optional.of(fields[STARTTIME] + " of " + boot.strip())
                    : Optional.empty();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
