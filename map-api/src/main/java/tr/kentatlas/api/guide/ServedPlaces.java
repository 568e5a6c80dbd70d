package tr.kentatlas.api.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.guide.convert.Conversions;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.outside.Breaker;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.search.PlaceIndexFolder;
import tr.kentatlas.spatial.store.Edition;

/**
 * The place index of the release that is served. A new release's index is opened beside the old one and swapped in whole; one that is
 * missing is built while the old one goes on answering, unless it was withdrawn.
 */
@Component
final class ServedPlaces implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ServedPlaces.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ServedEdition editions;
    private final City city;
    private final PlaceIndexFolder folder;
    /** One that ends with this process, where none was named. */
    private final @Nullable Path own;

    /** Each attempt may read the whole public copy: the database or the disk gets time to come back. */
    private final Breaker attempts;

    private volatile @Nullable Served served;
    private volatile String failed = "";
    private @Nullable CompletableFuture<Served> coming;

    /** An index and the edition it was made of. */
    record Served(PlaceIndex index, Edition edition) {
        boolean isOf(Edition wanted) {
            return edition.mark().equals(wanted.mark());
        }

        long release() {
            return edition.release();
        }

        Instant publishedAt() {
            return edition.publishedAt();
        }

        int srid() {
            return edition.srid();
        }

        /** The parcel that has this page; who means one of several with one number must say which. */
        Optional<Place> parcelAt(String path) {
            List<Place> found = index.atPath(path);
            if (found.size() > 1) {
                throw Problem.severalParcels(
                        Wording.of("guide.several-parcels", path),
                        found.stream().map(Served::choice).toList());
            }
            return found.stream().findFirst();
        }

        private static Problem.Fault choice(Place parcel) {
            return new Problem.Fault(
                    parcel.path(),
                    Wording.of("guide.one-of-parcels", parcel.title(), parcel.where(), features(parcel)));
        }

        /** What tells it from another of its number; where it lies always does. */
        private static List<Object> features(Place parcel) {
            List<Object> features = new ArrayList<>();
            Double area = parcel.parcel() == null ? null : parcel.parcel().area();
            if (area != null) features.add(Math.round(area) + " m²");
            parcel.facts().forEach(fact -> features.add(fact.value()));
            features.add(Conversions.decimal(parcel.latitude(), parcel.longitude()));
            return features;
        }

        /** A position in every system; one outside the city that is inside with its degrees the other way round says so. */
        Conversions written(Position position) {
            Conversions written = Conversions.of(position, srid());
            boolean isSwapped = !holds(position.longitude(), position.latitude())
                    && holds(position.latitude(), position.longitude());
            return isSwapped ? written.maybeSwapped() : written;
        }

        private boolean holds(double longitude, double latitude) {
            return edition.hasPlaces() && edition.extent().contains(longitude, latitude);
        }
    }

    @Autowired
    ServedPlaces(ServedEdition editions, City city, @Value("${kent.search.folder:#{null}}") @Nullable Path folder) {
        this(editions, city, folder, System::nanoTime);
    }

    ServedPlaces(ServedEdition editions, City city, @Nullable Path folder, LongSupplier nanoClock) {
        this.editions = editions;
        this.city = city;
        this.attempts = new Breaker(nanoClock, 1, FIRST_PAUSE, LONGEST_PAUSE);
        this.own = folder == null ? ownFolder() : null;
        this.folder = new PlaceIndexFolder(own == null ? Objects.requireNonNull(folder) : own);
    }

    /** Reads from one index from beginning to end. */
    <T extends @Nullable Object> T read(Function<Served, T> question) {
        while (true) {
            Served current = current();
            if (!current.index.hold()) continue; // swapped this very moment
            try {
                return question.apply(current);
            } finally {
                current.index.release();
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        Served last = served;
        if (last != null) last.index.close();
        FileSystemUtils.deleteRecursively(own);
    }

    private Served current() {
        Edition wanted = editions.current();
        Served known = served;
        if (known != null && known.isOf(wanted)) return known;
        CompletableFuture<Served> next = prepare(wanted);
        boolean isReady = next.isDone() && !next.isCompletedExceptionally();
        boolean mayAnswer = known != null && !editions.isWithdrawn(known.release());
        return known != null && mayAnswer && !isReady ? known : await(next);
    }

    private synchronized CompletableFuture<Served> prepare(Edition wanted) {
        CompletableFuture<Served> known = coming;
        if (known != null && !known.isCompletedExceptionally()) {
            boolean isThat = !known.isDone() || known.join().isOf(wanted);
            if (isThat) return known;
        } else if (known != null && !mayTry(wanted)) {
            return known;
        }
        CompletableFuture<Served> next = new CompletableFuture<>();
        coming = next;
        Thread.ofPlatform().daemon().name("place-index").start(() -> open(wanted, next));
        return next;
    }

    /** Where one release's failed, another's may be built. */
    private boolean mayTry(Edition wanted) {
        return !failed.equals(wanted.mark()) || attempts.lets();
    }

    private void open(Edition wanted, CompletableFuture<Served> next) {
        try {
            Served opened = new Served(folder.open(wanted, city.open()), wanted);
            attempts.succeeded();
            Served before = served;
            served = opened;
            next.complete(opened);
            if (before != null) before.index.close();
            LOG.info("searching release={}", wanted.release());
        } catch (RuntimeException | Error e) {
            LOG.error("the place index of release {} cannot be opened", wanted.release(), e);
            failed = wanted.mark();
            attempts.silent();
            next.completeExceptionally(e);
        }
    }

    private static Served await(CompletableFuture<Served> next) {
        try {
            return next.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(Wording.of("service.stopping"));
        } catch (TimeoutException | ExecutionException e) {
            throw Problem.unavailable(Wording.of("service.search-prepared"));
        }
    }

    private static Path ownFolder() {
        try {
            return Files.createTempDirectory("kent-search");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the place index", e);
        }
    }
}
