package tr.kentatlas.registry.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulator is started.
 *
 * @param port on the loopback address; 0 takes any free one
 * @param seed of the codes it gives and the faults it draws
 * @param user who may call, by user name and password
 * @param delay after which readers see what was written
 * @param pageSize rows on a page of a list
 * @param quota requests a minute; beyond it callers are told to wait
 * @param journal file in which writes outlive the process; none keeps them in memory only
 */
public record SimulatorOptions(
        int port,
        long seed,
        String user,
        String password,
        Duration delay,
        int pageSize,
        int quota,
        Optional<Path> journal) {

    /** For trying out: visible after two seconds, 200 rows a page, 6000 requests a minute. */
    public static SimulatorOptions onPort(int port) {
        return new SimulatorOptions(
                port, 1, "kentatlas", "kentatlas", Duration.ofSeconds(2), 200, 6000, Optional.empty());
    }

    /** The same with writes kept in a file. */
    public SimulatorOptions keeping(Path file) {
        return new SimulatorOptions(port, seed, user, password, delay, pageSize, quota, Optional.of(file));
    }

    /** The same with other pages. */
    public SimulatorOptions withPageSize(int rows) {
        return new SimulatorOptions(port, seed, user, password, delay, rows, quota, journal);
    }

    /** The same with another quota. */
    public SimulatorOptions withQuota(int perMinute) {
        return new SimulatorOptions(port, seed, user, password, delay, pageSize, perMinute, journal);
    }

    /** The same with another delay. */
    public SimulatorOptions withDelay(Duration after) {
        return new SimulatorOptions(port, seed, user, password, after, pageSize, quota, journal);
    }

    /** The same with another seed. */
    public SimulatorOptions withSeed(long number) {
        return new SimulatorOptions(port, number, user, password, delay, pageSize, quota, journal);
    }
}
