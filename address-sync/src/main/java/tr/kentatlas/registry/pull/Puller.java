package tr.kentatlas.registry.pull;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.model.Model;

/**
 * Reads neighbourhoods page by page. Every page is kept with the place of the next one in the same transaction, so that a killed pull
 * goes on where it was; a neighbourhood that moved while it was read is read again until it stands still.
 */
public final class Puller {
    private static final int MOST_READINGS = 6;

    private final RegistryStore store;
    private final RegistryReadPort registry;
    private final Patience patience;
    private final Brake brake;
    private final KindWords words;

    /** @param model whose codes the registry's words are read as */
    public Puller(RegistryStore store, RegistryReadPort registry, Patience patience, Brake brake, Model model) {
        this.store = store;
        this.registry = registry;
        this.patience = patience;
        this.brake = brake;
        this.words = new KindWords(model);
    }

    /** Reads a neighbourhood if it changed, or goes on reading it. */
    public PullResult pull(long neighbourhood, String actor) {
        return guarded(neighbourhood, actor, () -> {
            Optional<Cursor> cursor = Cursor.find(store.read(), neighbourhood);
            if (cursor.isPresent() && cursor.get().isUnderWay()) return read(cursor.get(), actor);
            Long probe = probe(neighbourhood);
            boolean known = cursor.isPresent() && cursor.get().state().equals("complete");
            if (known && probe != null && probe.equals(cursor.get().version())) {
                return new PullResult.Unchanged(neighbourhood);
            }
            return begin(neighbourhood, actor, 1, null);
        });
    }

    /** Reads a neighbourhood from its first page, whatever the registry says of changes. */
    public PullResult pullWhole(long neighbourhood, String actor) {
        return guarded(neighbourhood, actor, () -> begin(neighbourhood, actor, 1, null));
    }

    private PullResult begin(long neighbourhood, String actor, int reading, @Nullable String digest) {
        Long probe = probe(neighbourhood);
        store.write(actor, jdbc -> {
            Cursor.begin(jdbc, neighbourhood, reading, probe, digest);
            return true;
        });
        return read(current(neighbourhood), actor);
    }

    private PullResult read(Cursor start, String actor) {
        Cursor cursor = start;
        Integer total = null;
        while (cursor.page() > 0) {
            Cursor at = cursor;
            RegistryPage<? extends RegisteredRow> page =
                    patience.ask(() -> registry.list(RegistryList.of(at.level()), at.neighbourhood(), at.page()));
            boolean empty = page.rows().isEmpty() && page.faults().isEmpty();
            boolean last = page.isLast();
            if (empty && !last) return again(at, null, actor); // its rows are somewhere
            boolean moved = (empty && at.page() > 1) || (total != null && total != page.total());
            store.write(actor, jdbc -> keep(jdbc, at, page, moved, last));
            total = last ? null : Integer.valueOf(page.total());
            cursor = current(at.neighbourhood());
        }
        return finish(cursor, actor);
    }

    /** Keeps a page's rows and the place of the next page together; page 0 means that nothing is left to read. */
    private boolean keep(
            JdbcClient jdbc, Cursor at, RegistryPage<? extends RegisteredRow> page, boolean moved, boolean last) {
        new Incoming(jdbc, at.neighbourhood(), words).take(page.rows());
        boolean end = last && at.level() == Level.UNIT;
        Level next = last ? after(at.level()) : at.level();
        at.advance(
                jdbc,
                next,
                end ? 0 : last ? 1 : at.page() + 1,
                moved,
                page.faults().size());
        return true;
    }

    private static Level after(Level level) {
        return switch (level) {
            case STREET -> Level.BUILDING;
            case BUILDING -> Level.DOOR;
            case DOOR, UNIT -> Level.UNIT;
        };
    }

    private PullResult finish(Cursor cursor, String actor) {
        long neighbourhood = cursor.neighbourhood();
        Long after = probe(neighbourhood);
        String digest = new Takeover(store.read(), neighbourhood).digest();
        boolean steady = after == null
                ? digest.equals(cursor.digest())
                : after.equals(cursor.probe()) && (!cursor.unsteady() || digest.equals(cursor.digest()));
        if (!steady) return again(cursor, digest, actor);
        return store.aloneInTurn(actor, jdbc -> takeOver(jdbc, cursor, after));
    }

    /** From the first page; one that never stands still or lacks a page each time is not believed. */
    private PullResult again(Cursor cursor, @Nullable String digest, String actor) {
        long neighbourhood = cursor.neighbourhood();
        return cursor.reading() < MOST_READINGS
                ? begin(neighbourhood, actor, cursor.reading() + 1, digest)
                : unsteady(neighbourhood, actor);
    }

    private PullResult takeOver(JdbcClient jdbc, Cursor cursor, @Nullable Long version) {
        long neighbourhood = cursor.neighbourhood();
        Takeover takeover = new Takeover(jdbc, neighbourhood);
        Takeover.Loss loss = takeover.loss(cursor.faults());
        if (brake.stops(loss.retiring(), loss.active())) {
            Cursor.end(jdbc, neighbourhood, "halted", Remark.of(Saying.WOULD_RETIRE, loss.retiring(), loss.active()));
            return new PullResult.Halted(neighbourhood, loss.retiring(), loss.active());
        }
        return new PullResult.Complete(neighbourhood, takeover.run(version, cursor.faults()), cursor.reading());
    }

    private PullResult unsteady(long neighbourhood, String actor) {
        Remark why = Remark.of(Saying.STILL_CHANGING, MOST_READINGS);
        store.write(actor, jdbc -> {
            Cursor.begin(jdbc, neighbourhood, 1, null, null);
            Cursor.end(jdbc, neighbourhood, "failed", why);
            return true;
        });
        return new PullResult.Failed(neighbourhood, why);
    }

    private PullResult guarded(long neighbourhood, String actor, Supplier<PullResult> work) {
        try {
            return work.get();
        } catch (RegistryFailure failure) {
            Remark why = failure.answer().failure();
            store.write(actor, jdbc -> {
                Cursor.end(jdbc, neighbourhood, "failed", why);
                return true;
            });
            return new PullResult.Failed(neighbourhood, why);
        }
    }

    private @Nullable Long probe(long neighbourhood) {
        if (!registry.capabilities().contains(Capability.HIGHEST_VERSION)) return null;
        return patience.ask(() -> registry.highestVersion(neighbourhood));
    }

    private Cursor current(long neighbourhood) {
        return Objects.requireNonNull(Cursor.find(store.read(), neighbourhood).orElse(null));
    }
}
