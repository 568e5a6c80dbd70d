package tr.kentatlas.api.desk.release;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import tr.kentatlas.api.desk.release.ReleaseReading.Now;
import tr.kentatlas.api.desk.release.ReleaseReading.RunTold;
import tr.kentatlas.api.desk.release.ReleaseRun.What;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.ReleaseRefused;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.word.Worded;

/**
 * What the data steward does about releases, each step about the draft that was looked at, in their own name, and in the audit before it
 * stands.
 */
@RestController
@RequestMapping("/api/desk/releases")
@Permits(Role.STEWARD)
class ReleaseActs {
    private static final int LONGEST = 500;

    private final ObjectProvider<Publisher> publishers;
    private final ReleaseRun run;
    private final ReleaseBook book;
    private final ReleaseReading reading;
    private final Audit audit;

    ReleaseActs(
            ObjectProvider<Publisher> publishers,
            ReleaseRun run,
            ReleaseBook book,
            ReleaseReading reading,
            Audit audit) {
        this.publishers = publishers;
        this.run = run;
        this.book = book;
        this.reading = reading;
        this.audit = audit;
    }

    /** A new draft of some themes, all where none is named. */
    record DraftWish(
            @Nullable List<String> themes,
            @Nullable String note,
            @Nullable Boolean replace) {}

    record Acceptance(@Nullable String rule, @Nullable String reason) {}

    record ApprovalWish(
            @Nullable List<String> themes,
            @Nullable String body,
            @Nullable String number,
            @Nullable String date) {}

    /** Why many rows may go, or why an earlier release is served again. */
    record Reason(@Nullable String reason) {}

    @PostMapping
    RunTold draft(@RequestBody DraftWish wish, Staff staff, Locale language) {
        List<String> themes = themes(wish.themes());
        String note = blank(wish.note()) ? null : text("note", wish.note());
        Publisher publisher = publisher("draft", staff, null, deed -> of(themes, deed));
        Replacing replacing = Boolean.TRUE.equals(wish.replace()) ? Replacing.ANY : Replacing.UNAPPROVED;
        run.start(What.DRAFT, told -> publisher.draft(themes, staff.account(), note, replacing, told));
        return reading.run(language);
    }

    @PostMapping("/{number}/check")
    RunTold check(@PathVariable long number, Staff staff, Locale language) {
        Publisher publisher = publisher("check", staff, number, deed -> deed);
        book.requireDraft(number);
        run.start(What.CHECK, publisher::check);
        return reading.run(language);
    }

    /** Answers for the errors a rule found. */
    @PostMapping("/{number}/acceptances")
    Now accept(@PathVariable long number, @RequestBody Acceptance wish, Staff staff, Locale language) {
        String rule = text("rule", wish.rule());
        String reason = text("reason", wish.reason());
        Publisher publisher = publisher(
                "accept", staff, number, deed -> deed.with("rule", rule).with("reason", reason));
        answered(() -> {
            publisher.accept(rule, reason, staff.account());
            return rule;
        });
        return reading.draft(language);
    }

    /** Enters a decision; who enters it is who is signed in. */
    @PostMapping("/{number}/approvals")
    Now approve(@PathVariable long number, @RequestBody ApprovalWish wish, Staff staff, Locale language) {
        List<String> themes = themes(wish.themes());
        Decision decision =
                new Decision(body(wish.body()), text("number", wish.number()), day(wish.date()), staff.account());
        Publisher publisher = publisher(
                "approve",
                staff,
                number,
                deed -> of(
                        themes, deed.with("decision", wish.body() + " " + decision.number() + " " + decision.date())));
        answered(() -> publisher.approve(themes, decision));
        return reading.draft(language);
    }

    /** Goes on by itself, whether somebody looks on or not. */
    @PostMapping("/{number}/publication")
    RunTold publish(@PathVariable long number, @RequestBody Reason wish, Staff staff, Locale language) {
        String loss = blank(wish.reason()) ? null : text("reason", wish.reason());
        Publisher publisher =
                publisher("publish", staff, number, deed -> loss == null ? deed : deed.with("allowLoss", loss));
        book.requireDraft(number);
        run.start(What.PUBLISH, told -> publisher.publish(staff.account(), loss, told));
        return reading.run(language);
    }

    /** Serves that release again. */
    @PostMapping("/{number}/rollback")
    List<ReleaseTold> rollback(@PathVariable long number, @RequestBody Reason wish, Staff staff) {
        String reason = text("reason", wish.reason());
        Publisher publisher = publisher("rollback", staff, null, deed -> deed.with("reason", reason));
        answered(() -> publisher.rollback(number, staff.account(), reason));
        run.forget();
        return book.list();
    }

    /** @param seen the draft that was looked at: of another one nothing is done */
    private Publisher publisher(String step, Staff staff, @Nullable Long seen, UnaryOperator<AuditEntry> more) {
        Publisher publisher = publishers.getIfAvailable();
        if (publisher == null) throw Problem.unavailable(Wording.of("release.elsewhere"));
        return publisher.witnessed(release -> {
            if (seen != null && release.number() != seen) throw ReleaseBook.otherDraft(seen, release.number());
            String number = Long.toString(release.number());
            AuditEntry deed = AuditEntry.deed(staff, "release." + step, number);
            audit.record(more.apply(deed.ofRelease(release.number())));
        });
    }

    private static <T> T answered(Supplier<T> step) {
        try {
            return step.get();
        } catch (ReleaseRefused no) {
            throw Problem.conflict(ReleaseWordings.of(no));
        }
    }

    private static AuditEntry of(List<String> themes, AuditEntry deed) {
        return themes.isEmpty() ? deed : deed.with("themes", String.join(" ", themes));
    }

    private static List<String> themes(@Nullable List<String> themes) {
        if (themes == null) return List.of();
        if (themes.contains(null)) throw Problem.invalid("themes", "request.value");
        return themes;
    }

    private static Approval body(@Nullable String word) {
        return Worded.find(Approval.class, word == null ? "" : word)
                .orElseThrow(() -> Problem.invalid("body", "release.body"));
    }

    private static LocalDate day(@Nullable String date) {
        try {
            return LocalDate.parse(date == null ? "" : date);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("date", "request.day");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(String name, @Nullable String text) {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty() || given.length() > LONGEST) throw Problem.invalid(name, "release.text", LONGEST);
        return given;
    }
}
