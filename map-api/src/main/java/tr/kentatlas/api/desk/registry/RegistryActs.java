package tr.kentatlas.api.desk.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.desk.registry.RegistryRun.What;
import tr.kentatlas.api.desk.registry.RegistryTeller.RunTold;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.Verdicts;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.store.Neighbourhood;
import tr.kentatlas.registry.store.RegistryBusy;

/** What numbering does about the address registry; each deed is in the audit with its reason before it stands, and in the registry's own journal. */
@RestController
@RequestMapping("/api/desk/registry")
@Permits(Role.NUMBERING)
class RegistryActs {
    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;

    private final RegistryRun runs;
    private final Audit audit;
    private final Words words;
    private final RegistryTeller teller;

    RegistryActs(RegistryRun runs, Audit audit, Words words, RegistryTeller teller) {
        this.runs = runs;
        this.audit = audit;
        this.words = words;
        this.teller = teller;
    }

    /** A verdict about some conflicts of one page. */
    record Wish(
            @Nullable List<Long> conflicts,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable UUID local,
            @Nullable Long code,
            @Nullable LocalDate until) {}

    /** What became of the verdict about one conflict; {@code refused} says why it could not be carried out. */
    record Decided(long conflict, @Nullable String refused) {}

    /** Which neighbourhoods; none means all. */
    record Scope(@Nullable List<Long> neighbourhoods) {}

    /** The reading a person has looked at, and why it shall count. */
    record Allowance(
            @Nullable OffsetDateTime startedAt, @Nullable String reason) {}

    /** The messages of the work list somebody looked at, by their numbers. */
    record Looked(@Nullable List<Long> messages) {}

    /** Messages of the outbox that are not to be, and why. */
    record Unwanted(@Nullable List<Long> messages, @Nullable String reason) {}

    /** How many messages it was done to. */
    record Taken(int messages) {}

    @PostMapping("/verdicts")
    List<Decided> decide(@RequestBody Wish wish, Staff staff, Locale language) {
        List<Long> numbers = wish.conflicts() == null ? List.of() : wish.conflicts();
        if (numbers.isEmpty() || numbers.size() > MOST)
            throw Problem.invalid("conflicts", Wording.of("registry.conflicts", MOST));
        Verdict verdict = verdict(wish);
        Verdicts verdicts = runs.sync().verdicts();
        return each(
                numbers,
                number -> told(
                        number,
                        language,
                        () -> verdicts.decide(number, verdict, staff.account(), witness(staff, verdict, number))));
    }

    /** One after the other, until it is another's turn: the others would wait as long, and what was decided before stands and is told. */
    private static <T> List<Decided> each(List<T> conflicts, Function<T, Decided> deciding) {
        List<Decided> decided = new ArrayList<>();
        try {
            for (T conflict : conflicts) decided.add(deciding.apply(conflict));
        } catch (RegistryBusy busy) {
            if (decided.isEmpty()) throw Problem.conflict(Wording.of("registry.turn"));
        }
        return decided;
    }

    private Runnable witness(Staff staff, Verdict verdict, long conflict) {
        AuditEntry entry = deed(staff, verdict, conflict);
        return () -> audit.record(entry);
    }

    private Decided told(long conflict, Locale language, Runnable deciding) {
        try {
            deciding.run();
            return new Decided(conflict, null);
        } catch (VerdictRefused no) {
            return new Decided(conflict, words.tell(RegistryWordings.of(no), language));
        }
    }

    private static AuditEntry deed(Staff staff, Verdict verdict, long conflict) {
        return deed(staff, verdict.word(), "conflict:" + conflict).with("reason", verdict.reason());
    }

    /** One verdict about many conflicts, each as it was looked at. */
    record BulkWish(
            @Nullable List<Seen> conflicts,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable LocalDate until) {}

    /**
     * Each in its own right: what changed meanwhile, or cannot be carried out, is told and left as it is; the others are decided. An answer
     * that tells of fewer than were asked for met another's turn after these.
     */
    @PostMapping("/verdicts/bulk")
    List<Decided> decideMany(@RequestBody BulkWish wish, Staff staff, Locale language) {
        List<Seen> seen = wish.conflicts() == null ? List.of() : wish.conflicts();
        if (seen.isEmpty() || seen.size() > MOST)
            throw Problem.invalid("conflicts", Wording.of("registry.conflicts", MOST));
        if (seen.stream()
                .anyMatch(one -> one == null || one.mark() == null || one.mark().isBlank()))
            throw Problem.invalid("conflicts", Wording.of("registry.marks"));
        Verdict verdict = verdict(new Wish(null, wish.verdict(), wish.reason(), null, null, wish.until()));
        if (verdict instanceof Verdict.Link) throw Problem.invalid("verdict", Wording.of("registry.verb.bulk"));
        Verdicts verdicts = runs.sync().verdicts();
        return each(
                seen,
                one -> told(
                        one.conflict(),
                        language,
                        () -> verdicts.decide(one, verdict, staff.account(), witness(staff, verdict, one.conflict()))));
    }

    @PostMapping("/pull")
    RunTold pull(@RequestBody Scope scope, Staff staff, Locale language) {
        List<Long> wanted = scope.neighbourhoods() == null ? List.of() : scope.neighbourhoods();
        requireKnown(wanted);
        return start(What.PULL, wanted, staff, language);
    }

    private void requireKnown(List<Long> codes) {
        Set<Long> known =
                runs.sync().neighbourhoods().stream().map(Neighbourhood::code).collect(Collectors.toSet());
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Problem.invalid("neighbourhoods", Wording.of("registry.neighbourhood", code));
        });
    }

    @PostMapping("/compare")
    RunTold compare(Staff staff, Locale language) {
        return start(What.COMPARE, List.of(), staff, language);
    }

    @PostMapping("/push")
    RunTold push(Staff staff, Locale language) {
        return start(What.PUSH, List.of(), staff, language);
    }

    @PostMapping("/stop")
    RunTold stop(Staff staff, Locale language) {
        audit.record(deed(staff, "stop", "run"));
        runs.stop();
        return teller.run(runs.progress(), language);
    }

    /** Takes over a reading that was held back; what it ends is looked at next. */
    @PostMapping("/held/{code}/allow")
    @Permits({Role.NUMBERING, Role.STEWARD})
    RunTold allow(@PathVariable long code, @RequestBody Allowance allowance, Staff staff, Locale language) {
        String reason = reason(allowance.reason());
        OffsetDateTime seen = allowance.startedAt();
        if (seen == null) throw Problem.invalid("startedAt", Wording.of("registry.started-at"));
        try {
            AuditEntry deed = deed(staff, "allow", "neighbourhood:" + code).with("reason", reason);
            runs.sync().held().allow(code, seen, staff.account(), reason, () -> audit.record(deed));
        } catch (NotHeld e) {
            throw Problem.conflict(RegistryWordings.of(e));
        } catch (RegistryBusy busy) {
            throw Problem.conflict(Wording.of("registry.turn"));
        }
        runs.soon(What.COMPARE, staff.account());
        return teller.run(runs.progress(), language);
    }

    /** Hands to people what they looked at and what waits still; the push leaves it alone from then on. */
    @PostMapping("/worklist/take")
    Taken take(@RequestBody Looked looked, Staff staff) {
        List<Long> messages = messages(looked.messages());
        AuditEntry deed = deed(staff, "hand-over", "worklist");
        return new Taken(runs.sync()
                .worklist()
                .handOver(messages, staff.account(), count -> audit.record(deed.counting(count))));
    }

    /** They were typed into the registry's own screens: a reading will show them or not. */
    @PostMapping("/worklist/entered")
    Taken entered(@RequestBody Looked looked, Staff staff) {
        List<Long> messages = messages(looked.messages());
        AuditEntry deed = deed(staff, "entered", "worklist");
        return new Taken(runs.sync()
                .messageActs()
                .entered(messages, staff.account(), count -> audit.record(deed.counting(count))));
    }

    /** Neither sends them nor has them typed in; what they were about is found again next. What was said to be typed in is with people again. */
    @PostMapping("/outbox/take-back")
    Taken takeBack(@RequestBody Unwanted unwanted, Staff staff) {
        List<Long> messages = messages(unwanted.messages());
        String reason = reason(unwanted.reason());
        AuditEntry deed = deed(staff, "take-back", "outbox").with("reason", reason);
        int taken = runs.sync()
                .messageActs()
                .takeBack(messages, reason, staff.account(), count -> audit.record(deed.counting(count)));
        if (taken > 0) runs.soon(What.COMPARE, staff.account());
        return new Taken(taken);
    }

    private static List<Long> messages(@Nullable List<Long> numbers) {
        if (numbers == null || numbers.contains(null))
            throw Problem.invalid("messages", Wording.of("registry.messages"));
        return numbers;
    }

    private RunTold start(What what, List<Long> neighbourhoods, Staff staff, Locale language) {
        String word = what.word();
        AuditEntry deed = deed(staff, word, neighbourhoods.isEmpty() ? "city" : neighbourhoods.toString());
        runs.start(what, neighbourhoods, staff.account(), () -> audit.record(deed));
        return teller.run(runs.progress(), language);
    }

    private static AuditEntry deed(Staff staff, String deed, String subject) {
        return AuditEntry.deed(staff, "registry." + deed, subject);
    }

    private static Verdict verdict(Wish wish) {
        String reason = reason(wish.reason());
        String word = wish.verdict() == null ? "" : wish.verdict();
        return Verdict.parse(word, reason, wish.local(), wish.code(), wish.until())
                .orElseThrow(() -> Problem.invalid("verdict", Wording.of("registry.verb")));
    }

    private static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON)
            throw Problem.invalid("reason", Wording.of("registry.reason", LONGEST_REASON));
        return reason;
    }
}
