package tr.kentatlas.api.exchange.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.meter.Meters;
import tr.kentatlas.api.exchange.receipt.Receivers;
import tr.kentatlas.api.exchange.receipt.Statistics;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.search.SearchQuestion;
import tr.kentatlas.spatial.store.Edition;

/** What the desk reads of agreements; the auditor reads it, too. */
@RestController
@RequestMapping("/api/desk/agreements")
@Permits({Role.AGREEMENTS, Role.AUDITOR})
class AgreementReading {
    private final Agreements agreements;
    private final Keys keys;
    private final Meters meters;
    private final Statistics statistics;
    private final Receivers receivers;
    private final AskedRecords asked;
    private final ServedEdition served;
    private final Audit audit;

    AgreementReading(
            Agreements agreements,
            Keys keys,
            Meters meters,
            Statistics statistics,
            Receivers receivers,
            AskedRecords asked,
            ServedEdition served,
            Audit audit) {
        this.agreements = agreements;
        this.keys = keys;
        this.meters = meters;
        this.statistics = statistics;
        this.receivers = receivers;
        this.asked = asked;
        this.served = served;
        this.audit = audit;
    }

    @GetMapping
    List<AgreementCard> list() {
        List<KeptKey> all = keys.list();
        return agreements.list().stream().map(one -> AgreementCard.of(one, all)).toList();
    }

    /** Whom to ask at the partner, what is agreed and by which keys: who read it is recorded. */
    @GetMapping("/{id}")
    AgreementFile file(@PathVariable long id, Staff staff) {
        Agreement agreement = agreements.require(id);
        audit.record(AuditEntry.deed(staff, "read.agreement", agreement.number()));
        return AgreementFile.of(
                agreement,
                agreements.versions(id),
                agreements.history(id),
                keys.list(id),
                meters.spent(id, Instant.now()),
                statistics.of(id));
    }

    /** What can be agreed on: the layers of the release in force, with what of them is not public. */
    @GetMapping("/layers")
    List<ShareableLayer> layers(Locale locale) {
        Edition edition = served.current();
        return edition.entries().stream()
                .map(entry -> ShareableLayer.of(entry, locale))
                .toList();
    }

    /** The records somebody may be asking about, by what a letter says of them; the question is recorded as it was asked. */
    @GetMapping("/received/find")
    AskedRecords.Answer find(@RequestParam String q, Staff staff) {
        if (q.isBlank()) throw Problem.invalid("q", "request.missing");
        if (q.length() > SearchQuestion.MOST_CHARACTERS)
            throw Problem.invalid("q", "request.characters", SearchQuestion.MOST_CHARACTERS);
        AskedRecords.Answer found = asked.find(q);
        audit.record(AuditEntry.deed(staff, "agreement.received.find", "received")
                .counting(found.records().size())
                .with("question", q));
        return found;
    }

    /** Who received a feature; the question itself is recorded. */
    @GetMapping("/received")
    List<Receivers.Receiver> received(@RequestParam String type, @RequestParam UUID id, Staff staff) {
        audit.record(AuditEntry.deed(staff, "agreement.received", type).with("id", id.toString()));
        return receivers.of(type, id);
    }
}
