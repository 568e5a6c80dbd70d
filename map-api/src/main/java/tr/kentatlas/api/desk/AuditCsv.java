package tr.kentatlas.api.desk;

import java.util.Arrays;
import java.util.List;
import tr.kentatlas.api.access.audit.AuditSearch.Found;
import tr.kentatlas.api.http.Csv;

/** Entries of the audit as CSV; what somebody typed at the sign-in page stands in it, too. */
final class AuditCsv {
    static final String HEAD =
            Csv.COMMA.head(List.of("at", "kind", "caller", "action", "subject", "release", "count", "detail"));

    private AuditCsv() {}

    static String line(Found row) {
        return Csv.COMMA.line(Arrays.asList(
                row.at(),
                row.kind(),
                row.caller(),
                row.action(),
                row.subject(),
                row.release(),
                row.count(),
                row.detail()));
    }
}
