package tr.kentatlas.api.desk.registry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.desk.registry.RegistryTeller.MessageTold;
import tr.kentatlas.api.desk.registry.RegistryTeller.RateTold;
import tr.kentatlas.api.desk.registry.RegistryTeller.RunTold;
import tr.kentatlas.api.desk.registry.RegistryTeller.TaskTold;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.registry.Choices;
import tr.kentatlas.api.registry.WorklistCsv;
import tr.kentatlas.registry.conflict.Candidate;
import tr.kentatlas.registry.conflict.ConflictShapes;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.match.LeftOut;
import tr.kentatlas.registry.pull.HeldReading;
import tr.kentatlas.registry.worklist.Worklist;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;

/**
 * {@code /api/desk/registry}: match rates, conflicts, readings that are held back, the outbox and the work list, for reading. How far both
 * sides belong together is for every viewer; single addresses are working data with the registry's keys, flats among them.
 */
@RestController
@RequestMapping("/api/desk/registry")
@Permits({Role.NUMBERING, Role.STEWARD})
class RegistryController {
    private static final int MOST = 500;
    private static final int MOST_ALIKE = 5_000;

    private final RegistryRun runs;
    private final RegistryTeller teller;
    private final Audit audit;
    private final Model model = ModelReader.read();

    RegistryController(RegistryRun runs, RegistryTeller teller, Audit audit) {
        this.runs = runs;
        this.teller = teller;
        this.audit = audit;
    }

    /**
     * What the page shows first.
     *
     * @param waiting messages that wait to be sent
     */
    record Status(boolean configured, RunTold run, long waiting, List<RateTold> rates) {}

    @GetMapping
    @Permits({Role.VIEWER, Role.NUMBERING, Role.STEWARD})
    Status status(Locale language) {
        return new Status(
                runs.isConfigured(),
                teller.run(runs.progress(), language),
                runs.sync().outbox().waiting(),
                teller.rates(runs.sync().rates().all(), language));
    }

    @GetMapping("/run")
    @Permits({Role.VIEWER, Role.NUMBERING, Role.STEWARD})
    RunTold run(Locale language) {
        return teller.run(runs.progress(), language);
    }

    @GetMapping(value = "/neighbourhoods", produces = "application/geo+json")
    @Permits({Role.VIEWER, Role.NUMBERING, Role.STEWARD})
    OutlinesTold neighbourhoods() {
        return OutlinesTold.of(runs.sync().outlines());
    }

    @GetMapping("/conflicts")
    List<ConflictTold> conflicts(
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "level", required = false) @Nullable String level,
            @RequestParam(name = "neighbourhood", required = false) @Nullable Long neighbourhood,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Staff staff,
            Locale language) {
        var query = new Conflicts.Query(
                known("kind", kind, Choices.KINDS),
                known("level", level, Choices.LEVELS),
                neighbourhood,
                null,
                after,
                Math.clamp(limit, 1, MOST));
        ConflictWords words = new ConflictWords(model, language);
        List<ConflictTold> rows = runs.sync().conflicts().sides(query).stream()
                .map(one -> ConflictTold.of(one, teller.remarks(language), words))
                .toList();
        return told("conflicts", staff, rows.size(), rows);
    }

    /** Numbers and marks of the open conflicts of one kind in a neighbourhood or a street, for deciding about all of them. */
    @GetMapping("/conflicts/alike")
    List<Seen> alike(
            @RequestParam(name = "kind") String kind,
            @RequestParam(name = "level") String level,
            @RequestParam(name = "neighbourhood", required = false) @Nullable Long neighbourhood,
            @RequestParam(name = "street", required = false) @Nullable Long street,
            Staff staff) {
        if (neighbourhood == null && street == null)
            throw Problem.invalid("neighbourhood", Wording.of("registry.place"));
        var query = new Conflicts.Query(
                known("kind", kind, Choices.KINDS),
                known("level", level, Choices.LEVELS),
                neighbourhood,
                street,
                0,
                MOST_ALIKE);
        var seen = runs.sync().conflicts().seen(query);
        return told("conflicts", staff, seen.size(), seen);
    }

    /** Where both sides are, for the map. */
    record ShapesTold(
            @JsonRawValue @Nullable String ours,
            @JsonRawValue @Nullable String theirs) {}

    @GetMapping("/conflicts/{number}/shapes")
    ShapesTold shapes(@PathVariable long number, Staff staff) {
        ConflictShapes.Shapes found =
                runs.sync().shapes().of(number).orElseGet(() -> new ConflictShapes.Shapes(null, null));
        return told("shapes:" + number, staff, 1, new ShapesTold(found.ours(), found.theirs()));
    }

    /** What can be chosen from where several stand for one. */
    @GetMapping("/conflicts/{number}/candidates")
    List<Candidate> candidates(@PathVariable long number, Staff staff) {
        var candidates = runs.sync().candidates().of(number);
        return told("candidates:" + number, staff, candidates.size(), candidates);
    }

    @GetMapping("/outbox")
    List<MessageTold> outbox(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            Staff staff,
            Locale language) {
        var messages = runs.sync().outbox().newest(known("state", state, Choices.STATES), Math.clamp(limit, 1, MOST));
        var rows = teller.messages(messages, language);
        return told("outbox", staff, rows.size(), rows);
    }

    /** What lies in a neighbourhood and cannot be compared. */
    @GetMapping("/left-out/{code}")
    List<LeftOut.Row> leftOut(@PathVariable long code, Staff staff) {
        List<LeftOut.Row> rows = runs.sync().leftOut().in(code, MOST);
        return told("left-out:" + code, staff, rows.size(), rows);
    }

    /** What a reading that is held back would end. */
    @GetMapping("/held/{code}")
    HeldReading held(@PathVariable long code, Staff staff) {
        HeldReading held = runs.sync()
                .held()
                .find(code)
                .orElseThrow(() -> Problem.notFound(Wording.of("registry.not-held", code)));
        return told("held:" + code, staff, held.rows().size(), held);
    }

    @GetMapping("/worklist")
    List<TaskTold> worklist(Staff staff, Locale language) {
        List<TaskTold> rows = teller.tasks(runs.sync().worklist().rows(), language);
        return told("worklist", staff, rows.size(), rows);
    }

    /** Only what is in people's hands: what waits may be sent yet, and is not to be typed in as well. */
    @GetMapping("/worklist.csv")
    ResponseEntity<byte[]> worklistFile(Staff staff, Locale language) {
        List<Worklist.Row> rows = runs.sync().worklist().inHands();
        WorklistCsv file = teller.worklist(language);
        return told("worklist.csv", staff, rows.size(), Csv.file(file.name(), file.of(rows)));
    }

    /** An unknown word would find nothing, which looks as if there were nothing. */
    private static <T> @Nullable T known(String parameter, @Nullable String word, Choices<T> choices) {
        if (word == null) return null;
        return choices.find(word)
                .orElseThrow(() -> Problem.invalid(parameter, Wording.of("registry.one-of", choices.told())));
    }

    /** Numbers of units are nobody's business but the staff's: who read them is recorded. */
    private <T> T told(String subject, Staff staff, int rows, T answer) {
        audit.record(AuditEntry.deed(staff, "read.registry", subject).counting(rows));
        return answer;
    }
}
