package tr.kentatlas.api.exchange.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.ServedEdition;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.exchange.BookKeeper;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.exchange.key.Keys;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.store.Edition;

/** What the manager of agreements does; each deed is recorded. */
@RestController
@RequestMapping("/api/desk/agreements")
@Permits(Role.AGREEMENTS)
class AgreementWriting {
    private static final int MOST_DAYS = 3_660;
    private static final int LONGEST_LABEL = 200;

    private final Agreements agreements;
    private final Keys keys;
    private final ServedEdition served;
    private final DryRun dryRun;
    private final BookKeeper keeper;
    private final Audit audit;

    AgreementWriting(
            Agreements agreements, Keys keys, ServedEdition served, DryRun dryRun, BookKeeper keeper, Audit audit) {
        this.agreements = agreements;
        this.keys = keys;
        this.served = served;
        this.dryRun = dryRun;
        this.keeper = keeper;
        this.audit = audit;
    }

    /** The state an agreement shall have, and the reason the partner is told. */
    record Wish(String state, @Nullable String reason) {}

    /** A key to make. */
    record KeyWish(String label, int days) {}

    /** The text of a key, this once. */
    record NewKey(String prefix, String key, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AgreementCard add(@RequestBody JsonNode terms, Staff staff) {
        Agreement added = agreements.add(TermsReader.read(terms, served.current()), staff.account());
        return done("agreement.add", added, staff);
    }

    @PutMapping("/{id}")
    AgreementCard amend(@PathVariable long id, @RequestBody JsonNode terms, Staff staff) {
        Agreement amended = agreements.amend(id, TermsReader.read(terms, served.current()), staff.account());
        return done("agreement.amend", amended, staff);
    }

    /** What the partner would see. */
    @PostMapping("/dry-run")
    List<DryRun.Sample> dryRun(@RequestBody JsonNode json, Staff staff) {
        Edition edition = served.current();
        Terms terms = TermsReader.read(json, edition);
        List<DryRun.Sample> samples = dryRun.of(terms, edition);
        audit.record(AuditEntry.change(Caller.Kind.STAFF, staff.account(), "agreement.dry-run", terms.number())
                .counting(samples.stream()
                        .mapToLong(sample -> sample.shapes().size())
                        .sum()));
        return samples;
    }

    @PostMapping("/{id}/state")
    AgreementCard turn(@PathVariable long id, @RequestBody Wish wish, Staff staff) {
        Agreement turned = agreements.turn(id, state(wish.state()), wish.reason(), staff.account());
        return done("agreement." + wish.state(), turned, staff);
    }

    @PostMapping("/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewKey makeKey(@PathVariable long id, @RequestBody KeyWish wish, Staff staff) {
        Agreement agreement = agreements.require(id);
        if (wish.label().isBlank() || wish.label().length() > LONGEST_LABEL)
            throw Problem.invalid("label", "agreement.key-label", LONGEST_LABEL);
        if (wish.days() < 1 || wish.days() > MOST_DAYS) throw Problem.invalid("days", "agreement.key-days", MOST_DAYS);
        Instant expires = Instant.now().plus(Duration.ofDays(wish.days()));
        var text = keys.make(id, wish.label().strip(), expires, staff.account());
        done("agreement.key", agreement, staff);
        return new NewKey(text.prefix(), text.reveal(), expires);
    }

    @DeleteMapping("/{id}/keys/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeKey(@PathVariable long id, @PathVariable String prefix, Staff staff) {
        keys.revoke(id, prefix, staff.account());
        done("agreement.key-revoked", agreements.require(id), staff);
    }

    private AgreementCard done(String action, Agreement agreement, Staff staff) {
        audit.record(AuditEntry.change(Caller.Kind.STAFF, staff.account(), action, agreement.number())
                .with("version", Integer.toString(agreement.version())));
        keeper.renew();
        return AgreementCard.of(agreement);
    }

    private static State state(String word) {
        return switch (word) {
            case "active" -> State.ACTIVE;
            case "suspended" -> State.SUSPENDED;
            case "revoked" -> State.REVOKED;
            default -> throw Problem.invalid("state", "agreement.wanted-state");
        };
    }
}
