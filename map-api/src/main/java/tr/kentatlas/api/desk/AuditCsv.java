package tr.kentatlas.api.desk;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.api.access.audit.AuditSearch.Found;

/** Entries of the audit as CSV (RFC 4180), begun with a byte order mark so that spreadsheets read it as UTF-8. */
final class AuditCsv {
    static final String HEAD = "\uFEFFat,kind,caller,action,subject,release,count,detail\r\n";

    private AuditCsv() {}

    static String line(Found row) {
        return Stream.of(
                        row.at().toString(),
                        row.kind(),
                        row.caller(),
                        row.action(),
                        row.subject(),
                        row.release() == null ? "" : row.release().toString(),
                        Long.toString(row.count()),
                        row.detail())
                .map(AuditCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet must not take what somebody typed at the sign-in page for a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
