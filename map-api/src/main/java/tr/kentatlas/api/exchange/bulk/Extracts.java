package tr.kentatlas.api.exchange.bulk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tr.kentatlas.api.access.MadeOnce;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Files of whole layers, made when they are first asked for and kept a while, so that a broken download goes on where it stopped. The
 * key holds release and grant: nothing in it goes stale, and no two grants share a file.
 */
@Component
final class Extracts implements DisposableBean {
    private static final long MOST_BYTES = 4L << 30;
    private static final Duration KEPT = Duration.ofHours(1);
    /** Each that is being made holds a connection all the while: the others stay for everybody else. */
    private static final int AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<FeatureFile> formats;
    private final Path folder;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final MadeOnce<Key, Extract> known = new MadeOnce<>(Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES / 1024)
            .weigher((Key key, Extract extract) -> (int) Math.min(Integer.MAX_VALUE, 1 + extract.bytes() / 1024))
            .expireAfterAccess(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .removalListener(Extracts::removed)
            .buildAsync());

    private record Key(String edition, String grant, String type, String format) {}

    /** @param folder emptied, since nobody knows the files of a process before; null for one that ends with this process */
    Extracts(List<FeatureFile> formats, @Value("${kent.exchange.folder:#{null}}") @Nullable Path folder)
            throws IOException {
        this.formats = List.copyOf(formats);
        FileSystemUtils.deleteRecursively(folder);
        this.folder = folder == null ? Files.createTempDirectory("kent-exchange") : ownFolder(folder);
    }

    /** What partners receive is no other account's of the machine to read. */
    private static Path ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    List<FeatureFile> formats() {
        return formats;
    }

    Extract get(View view, VisibleType type, FeatureFile format) {
        Key key = new Key(view.edition().mark(), view.grantHash(), type.type().name(), format.suffix());
        return known.get(key, () -> inTurn(view, type, format));
    }

    private Extract inTurn(View view, VisibleType type, FeatureFile format) {
        if (!isTurn()) throw Problem.unavailable(Wording.of("service.files"));
        try {
            return make(view, type, format);
        } finally {
            turns.release();
        }
    }

    private boolean isTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private Extract make(View view, VisibleType type, FeatureFile format) {
        String name = UUID.randomUUID().toString();
        Path file = folder.resolve(name + "." + format.suffix());
        Identities ids = new Identities(folder.resolve(name + ".ids"));
        boolean isWhole = false;
        try {
            try (Identities.Writer told = new Identities.Writer(ids.file())) {
                format.write(view.edition(), type, file, told);
            }
            Extract made = Extract.of(file, ids);
            isWhole = true;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!isWhole) delete(file, ids.file());
        }
    }

    private static void removed(@Nullable Key key, @Nullable Extract extract, RemovalCause cause) {
        if (extract != null) delete(extract.file(), extract.ids().file());
    }

    private static void delete(Path... files) {
        try {
            for (Path file : files) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
