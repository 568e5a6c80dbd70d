package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.Edition;

/** The indexes of a city on disk, one folder for each release. Several processes may read at once; one at a time builds. */
public final class PlaceIndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceIndexFolder.class);

    private final Path folder;

    public PlaceIndexFolder(Path folder) {
        this.folder = folder;
    }

    /** The index of a release as it was prepared; empty when it is missing, damaged, or of other rows. */
    public Optional<PlaceIndex> find(Edition edition) {
        return find(PublicTables.of(edition));
    }

    /** The index of a release, built first when there is none. The source may sign in as {@code kent_acik}. */
    public PlaceIndex open(Edition edition, DataSource source) {
        PublicTables tables = PublicTables.of(edition);
        return find(tables).orElseGet(() -> built(tables, source));
    }

    void build(PublicTables tables, DataSource source, Progress progress) {
        try (BuildLock turn = BuildLock.take(folder)) {
            build(turn, tables, source, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be written to " + folder, e);
        }
    }

    /** Who has the turn knows that whatever lies aside was left by somebody who was stopped. */
    @SuppressWarnings("unused") // the turn is the proof that nobody else writes
    private void build(BuildLock turn, PublicTables tables, DataSource source, Progress progress) {
        removeAll(IndexBuild::isAside);
        new IndexBuild(tables, progress).into(of(tables.release()), source);
        Set<Long> kept = new HashSet<>(new Releases(JdbcClient.create(source)).kept());
        kept.add(tables.release());
        long newest = Collections.max(kept);
        removeAll(path -> isOfNone(path, kept, newest));
    }

    Optional<PlaceIndex> find(PublicTables tables) {
        Path place = of(tables.release());
        if (!Files.isDirectory(place)) return Optional.empty();
        try {
            PlaceIndex index = PlaceIndex.open(place);
            if (index.stamp().equals(tables.stamp())) return Optional.of(index);
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the place index of release {} cannot be used and is built again", tables.release(), e);
        }
        return Optional.empty();
    }

    /** Somebody else may have built it while this one waited. */
    private PlaceIndex built(PublicTables tables, DataSource source) {
        try (BuildLock turn = BuildLock.take(folder)) {
            Optional<PlaceIndex> meanwhile = find(tables);
            if (meanwhile.isPresent()) return meanwhile.get();
            LOG.info("building the place index release={}", tables.release());
            build(turn, tables, source, Progress.silent());
            return find(tables)
                    .orElseThrow(() -> new IllegalStateException("the place index vanished while it was built"));
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be written to " + folder, e);
        }
    }

    private Path of(long release) {
        return folder.resolve(Long.toString(release));
    }

    /** A release rolled back to keeps its index as long as releases are kept. */
    private void removeAll(Predicate<Path> isOld) {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(isOld).toList().forEach(IndexBuild::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
    }

    /** One that is newer than all is just being published. */
    private static boolean isOfNone(Path path, Set<Long> releases, long newest) {
        String name = path.getFileName().toString();
        return name.matches("\\d{1,18}") && !releases.contains(Long.parseLong(name)) && Long.parseLong(name) < newest;
    }
}
