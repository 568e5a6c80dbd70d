package tr.kentatlas.api.exchange.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.KeyWish;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.access.key.NewKey;
import tr.kentatlas.api.exchange.BookKeeper;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.store.Edition;

/** What the manager of agreements does; each deed is recorded once it is done and before it stands. */
@RestController
@RequestMapping("/api/desk/agreements")
@Permits(Role.AGREEMENTS)
class AgreementWriting {
    private static final int MOST_DAYS = 3_660;

    private final Agreements agreements;
    private final Keys keys;
    private final ServedEdition served;
    private final DryRun dryRun;
    private final BookKeeper keeper;
    private final Audit audit;
    private final TransactionTemplate together;

    AgreementWriting(
            Agreements agreements,
            Keys keys,
            ServedEdition served,
            DryRun dryRun,
            BookKeeper keeper,
            Audit audit,
            @Desk TransactionTemplate together) {
        this.agreements = agreements;
        this.keys = keys;
        this.served = served;
        this.dryRun = dryRun;
        this.keeper = keeper;
        this.audit = audit;
        this.together = together;
    }

    /**
     * The state an agreement shall have, and the reason the partner is told.
     *
     * @param version the one that was looked at; nobody puts another in force
     */
    record Wish(
            @Nullable String state,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AgreementCard add(@RequestBody JsonNode json, Staff staff) {
        Terms terms = TermsReader.read(json, served.current());
        return done("agreement.add", staff, () -> agreements.add(terms, staff.account()));
    }

    @PutMapping("/{id}")
    AgreementCard amend(@PathVariable long id, @RequestParam int version, @RequestBody JsonNode json, Staff staff) {
        Terms terms = TermsReader.read(json, served.current());
        return done("agreement.amend", staff, () -> agreements.amend(id, version, terms, staff.account()));
    }

    /** What the partner would see, as far as the manager may see it, too. */
    @PostMapping("/dry-run")
    List<DryRun.Sample> dryRun(@RequestBody JsonNode json, View view, Staff staff) {
        Edition edition = view.edition();
        Terms terms = TermsReader.read(json, edition);
        List<DryRun.Sample> samples = dryRun.of(terms, edition, view.grant());
        AuditEntry entry = AuditEntry.deed(staff, "agreement.dry-run", terms.number())
                .ofRelease(edition.release())
                .withLayers(samples.stream().map(DryRun.Sample::type).toList())
                .counting(samples.stream().mapToLong(DryRun.Sample::told).sum());
        for (JsonNode layer : json.path("layers"))
            if (layer.path("rows").isString())
                entry = entry.with(
                        AuditEntry.ROWS + layer.path("type").asString(),
                        layer.path("rows").asString());
        audit.record(entry);
        return samples;
    }

    @PostMapping("/{id}/state")
    AgreementCard turn(@PathVariable long id, @RequestBody Wish wish, Staff staff) {
        State next = state(wish.state());
        return done("agreement." + wish.state(), staff, () -> {
            if (next == State.ACTIVE) agreements.requireNewest(id, seen(wish));
            return agreements.turn(id, next, wish.reason(), staff.account());
        });
    }

    private static int seen(Wish wish) {
        if (wish.version() == null) throw Problem.invalid("version", "agreement.version");
        return wish.version();
    }

    @PostMapping("/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewKey makeKey(@PathVariable long id, @RequestBody KeyWish wish, Staff staff) {
        Agreement agreement = agreements.require(id);
        agreement.requireNotRevoked();
        KeyText text = KeyText.random();
        Instant expires = wish.expiry(MOST_DAYS);
        together.executeWithoutResult(status -> {
            keys.add(id, text, String.valueOf(wish.label()), expires, staff.account());
            audit.record(deed("agreement.key", agreement, staff).with("key", text.prefix()));
        });
        keeper.renew();
        return NewKey.of(text, expires);
    }

    @DeleteMapping("/{id}/keys/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeKey(@PathVariable long id, @PathVariable String prefix, Staff staff) {
        Agreement agreement = agreements.require(id);
        together.executeWithoutResult(status -> {
            keys.revoke(id, prefix, staff.account());
            audit.record(deed("agreement.key-revoked", agreement, staff).with("key", prefix));
        });
        keeper.renew();
    }

    private static AuditEntry deed(String action, Agreement agreement, Staff staff) {
        return AuditEntry.deed(staff, action, agreement.number())
                .with("version", Integer.toString(agreement.version()));
    }

    private AgreementCard done(String action, Staff staff, Supplier<Agreement> work) {
        Agreement after = Objects.requireNonNull(together.execute(status -> {
            Agreement agreement = work.get();
            audit.record(deed(action, agreement, staff));
            return agreement;
        }));
        keeper.renew();
        return AgreementCard.of(after, keys.list(after.id()));
    }

    private static State state(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "active" -> State.ACTIVE;
            case "suspended" -> State.SUSPENDED;
            case "revoked" -> State.REVOKED;
            default -> throw Problem.invalid("state", "agreement.wanted-state");
        };
    }
}
