package tr.kentatlas.api.exchange.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.KeyLine;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.TermsJson;
import tr.kentatlas.api.exchange.receipt.Statistics;

/** All that is known of an agreement, but for the texts of its keys. */
record AgreementFile(
        AgreementCard card,
        JsonNode terms,
        long spentInMonth,
        List<VersionLine> versions,
        List<Turn> history,
        List<KeyLine> keys,
        List<Statistics.Use> use) {

    record VersionLine(int version, Instant madeAt, String madeBy, JsonNode terms) {}

    record Turn(String state, @Nullable String reason, String person, Instant at) {}

    static AgreementFile of(
            Agreement agreement,
            List<Agreements.Version> versions,
            List<Agreements.Turn> history,
            List<KeptKey> keys,
            long spent,
            List<Statistics.Use> use) {
        return new AgreementFile(
                AgreementCard.of(agreement, keys),
                TermsJson.write(agreement.terms()),
                spent,
                versions.stream()
                        .map(v -> new VersionLine(v.version(), v.madeAt(), v.madeBy(), TermsJson.write(v.terms())))
                        .toList(),
                history.stream()
                        .map(t -> new Turn(t.state().word(), t.reason(), t.person(), t.at()))
                        .toList(),
                keys.stream().map(KeyLine::of).toList(),
                use);
    }
}
