package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.cli.report.UserError;

/** A disk that has no room left: asked beforehand, and recognised afterwards in whatever was thrown. */
public final class DiskFull {
    /** An empty database with PostGIS takes 70 MB, its write-ahead log up to 250 MB more. */
    private static final long NEEDED_MEGABYTES = 500;

    private static final String SENTENCE =
            "The disk is full: make room and start again; nothing that was finished is lost.";

    private static final String POSTGRES_DISK_FULL = "53100";

    private DiskFull() {}

    public static void requireRoom(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            if (free < NEEDED_MEGABYTES) {
                throw new UserError(String.format(
                        Locale.ROOT,
                        "The disk of %s is full: %d MB are free, at least %d MB are needed.",
                        folder,
                        free,
                        NEEDED_MEGABYTES));
            }
        } catch (IOException e) {
            throw FileTrouble.writing(folder, e);
        }
    }

    /** The same, also when all that is known here is that a city's database was suddenly gone: a server without room ends itself. */
    public static Optional<UserError> find(Throwable failure, Path cities) {
        Optional<UserError> found = find(failure);
        if (found.isPresent() || !isConnectionLost(failure)) return found;
        return Instance.list(cities).stream().anyMatch(city -> city.cluster().ranOutOfDisk())
                ? Optional.of(new UserError(SENTENCE, failure))
                : Optional.empty();
    }

    private static boolean isConnectionLost(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && isConnectionLost(sql.getSQLState()));
    }

    /** A pool says of a connection that broke in its hands only that it is closed, without a state. */
    private static boolean isConnectionLost(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** A sentence, if a full disk is at the bottom of this failure. */
    public static Optional<UserError> find(Throwable failure) {
        return causes(failure).anyMatch(DiskFull::isDiskFull)
                ? Optional.of(new UserError(SENTENCE, failure))
                : Optional.empty();
    }

    /** The failure, what it came from, and what failed besides while it was cleaned up. */
    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        if (failure == null) return Stream.empty();
        return Stream.of(
                        Stream.of(failure),
                        causes(failure.getCause()),
                        Stream.of(failure.getSuppressed()).flatMap(DiskFull::causes))
                .flatMap(Function.identity());
    }

    private static boolean isDiskFull(Throwable cause) {
        if (cause instanceof SQLException sql && POSTGRES_DISK_FULL.equals(sql.getSQLState())) {
            return true;
        }
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && message.contains("No space left");
    }
}
