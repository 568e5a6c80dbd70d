package tr.kentatlas.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tr.kentatlas.registry.conflict.Candidates;
import tr.kentatlas.registry.conflict.ConflictShapes;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Verdicts;
import tr.kentatlas.registry.match.CodeRecorder;
import tr.kentatlas.registry.match.Compare;
import tr.kentatlas.registry.match.LeftOut;
import tr.kentatlas.registry.match.MatchRates;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.pull.Brake;
import tr.kentatlas.registry.pull.HeldReadings;
import tr.kentatlas.registry.pull.Patience;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.pull.Puller;
import tr.kentatlas.registry.push.MessageActs;
import tr.kentatlas.registry.push.OutboxList;
import tr.kentatlas.registry.push.PushReport;
import tr.kentatlas.registry.push.Pusher;
import tr.kentatlas.registry.store.Neighbourhood;
import tr.kentatlas.registry.store.NeighbourhoodOutline;
import tr.kentatlas.registry.store.Neighbourhoods;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.registry.worklist.Worklist;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.edit.WorkingEdits;
import tr.kentatlas.spatial.store.sql.JobLock;

/** The synchronisation of one city with its address registry: each step can be stopped anywhere and run again. */
public final class AddressSync {
    private static final Logger LOG = LoggerFactory.getLogger(AddressSync.class);

    /** How long after a write the registry's readers may still not show it. */
    public static final Duration SETTLE = Duration.ofMinutes(2);

    private final DataSource desk;
    private final RegistryStore store;
    private final WorkingEdits edits;
    private final Model model;

    /** The lock of readings. */
    static final String PULL = "registry.pull";

    /** @param desk connects as {@code kent_desk} or stronger */
    public AddressSync(DataSource desk, Model model, int srid) {
        this.desk = desk;
        this.store = new RegistryStore(desk);
        this.edits = new WorkingEdits(desk, model, srid);
        this.model = model;
    }

    /** How a reading is done. */
    public enum Reading {
        /** Only what changed, where the registry tells; a reading that was interrupted goes on. */
        CHANGED,
        /** Everything from the first page. */
        WHOLE
    }

    public List<Neighbourhood> neighbourhoods() {
        return new Neighbourhoods(store).all();
    }

    /** The neighbourhoods named; all of the city where none is. */
    public List<Long> codes(List<Long> named) {
        return named.isEmpty()
                ? neighbourhoods().stream().map(Neighbourhood::code).toList()
                : named;
    }

    /** Where they are. */
    public List<NeighbourhoodOutline> outlines() {
        return new Neighbourhoods(store).outlines();
    }

    /**
     * Reads neighbourhoods one after the other, telling each result; one that fails does not keep the others from being read. Two readings
     * at once would mix their pages: the second one is told to wait, and reads nothing.
     */
    public List<PullResult> pull(
            RegistryReadPort registry,
            List<Long> codes,
            Reading reading,
            String actor,
            Consumer<PullResult> told,
            BooleanSupplier stop) {
        Puller puller = new Puller(store, registry, Patience.usual(), Brake.USUAL, model);
        return JobLock.with(
                        desk,
                        PULL,
                        () -> counted(each(
                                codes,
                                code -> reading == Reading.WHOLE
                                        ? puller.pullWhole(code, actor)
                                        : puller.pull(code, actor),
                                told,
                                stop)))
                .orElseGet(() -> each(
                        codes, code -> new PullResult.Failed(code, Remark.of(Saying.ANOTHER_READING)), told, stop));
    }

    private List<PullResult> counted(List<PullResult> results) {
        afterwards("counting the tables", store::knowSizes);
        countRates();
        return results;
    }

    private void countRates() {
        afterwards("counting the match rates", rates()::count);
    }

    /** What was done stands, whether or not this can be done; the next run does it again. */
    private static void afterwards(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("After a run of the synchronisation {} had to be left to the next", what, e);
        }
    }

    private static List<PullResult> each(
            List<Long> codes, LongFunction<PullResult> pull, Consumer<PullResult> told, BooleanSupplier stop) {
        List<PullResult> results = new ArrayList<>();
        for (long code : codes) {
            if (stop.getAsBoolean()) break;
            PullResult result = pull.apply(code);
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    /** Readings that wait for a person. */
    public HeldReadings held() {
        return new HeldReadings(store);
    }

    /** Compares and writes codes of what belongs together into the city's data. */
    public Compare.Report compare(String actor, BooleanSupplier stop) {
        Compare.Report report = new Compare(store, SETTLE).run(actor);
        countRates(); // before the codes, which take long where many were linked
        recordCodes(actor, stop);
        return report;
    }

    /** Sends the outbox. */
    public PushReport push(RegistryWritePort registry, String actor, BooleanSupplier stop) {
        PushReport report = new Pusher(desk, registry).run(actor, stop);
        countRates();
        recordCodes(actor, stop);
        return report;
    }

    private void recordCodes(String actor, BooleanSupplier stop) {
        afterwards("writing the codes", () -> new CodeRecorder(store).run(actor, stop));
    }

    /** What was sent, waits or was given up. */
    public OutboxList outbox() {
        return new OutboxList(store);
    }

    public MessageActs messageActs() {
        return new MessageActs(store);
    }

    public Conflicts conflicts() {
        return new Conflicts(store);
    }

    public ConflictShapes shapes() {
        return new ConflictShapes(store);
    }

    /** What can be chosen from where several stand for one. */
    public Candidates candidates() {
        return new Candidates(store);
    }

    public Verdicts verdicts() {
        return new Verdicts(store, edits);
    }

    public MatchRates rates() {
        return new MatchRates(store);
    }

    public LeftOut leftOut() {
        return new LeftOut(store);
    }

    public Worklist worklist() {
        return new Worklist(store);
    }
}
