package tr.kentatlas.registry.maks;

import java.net.URI;
import java.time.Duration;
import tr.kentatlas.cluster.Secret;

/**
 * How the registry is reached and how gently.
 *
 * @param answer how long one request may take in all
 * @param attempts how often a read is tried in all; a write is sent once
 * @param pause before the second attempt; doubled before each further one
 * @param perSecond requests at most
 * @param failures in a row after which nobody calls for the time of {@code rest}
 */
public record MaksSettings(
        URI endpoint,
        String user,
        Secret password,
        Duration connect,
        Duration answer,
        int attempts,
        Duration pause,
        int perSecond,
        int failures,
        Duration rest) {

    /** With limits that suit a registry that is slow now and then. */
    public static MaksSettings of(URI endpoint, String user, Secret password) {
        return new MaksSettings(
                endpoint,
                user,
                password,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(1),
                20,
                5,
                Duration.ofSeconds(30));
    }

    /** The same with another patience. */
    public MaksSettings waiting(Duration most) {
        return new MaksSettings(endpoint, user, password, connect, most, attempts, pause, perSecond, failures, rest);
    }

    /** The same with another way to try again. */
    public MaksSettings trying(int times, Duration firstPause) {
        return new MaksSettings(
                endpoint, user, password, connect, answer, times, firstPause, perSecond, failures, rest);
    }

    /** The same with another limit of speed. */
    public MaksSettings atMost(int requestsPerSecond) {
        return new MaksSettings(
                endpoint, user, password, connect, answer, attempts, pause, requestsPerSecond, failures, rest);
    }
}
