package tr.kentatlas.spatial.ingest;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The set-based SQL that finds the staged records of a type that would undo what people did since the last import, by three versions of each
 * value: what that import left, what is known now, and what the source says.
 *
 * @param columns those the source gives
 * @param newValue what a known object would get in one of them
 */
record EditedRecords(String type, List<String> columns, UnaryOperator<String> newValue) {
    /** How the reason they are listed with begins. */
    static final String REASON = "was edited here since it was imported";

    /** Objects with a value that was edited here, is not what the last import left, and that the source would change. */
    String setAside(long importNo) {
        return aside(importNo, """
                SELECT s.entry_no, c.made_by, c.made_at, concat_ws(', ', NULL%2$s) AS what
                  FROM staged_%1$s s
                  JOIN working.%1$s w ON w.tucbs_no = s.tucbs_no AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic
                  JOIN working.change_set c ON c.change_set = w.change_set AND NOT %3$s
                  LEFT JOIN LATERAL (
                      SELECT h.* FROM working.%1$s_gecmis h JOIN working.change_set i ON i.change_set = h.change_set AND %4$s
                       WHERE h.tucbs_no = w.tucbs_no AND h.gecerlilik_baslangic IS NOT DISTINCT FROM w.gecerlilik_baslangic
                       ORDER BY h.surum_no DESC LIMIT 1) b ON true
                """.formatted(type, each(), isImport("c"), isImport("i")));
    }

    /** Objects that were deleted here, and that the source would bring back. */
    String setDeletedAside(long importNo) {
        return aside(importNo, """
                SELECT s.entry_no, c.made_by, c.made_at, 'deleted' AS what
                  FROM staged_%1$s s
                  JOIN LATERAL (
                      SELECT h.ended_by, h.ended_how FROM working.%1$s_gecmis h
                       WHERE h.tucbs_no = s.tucbs_no AND h.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic
                       ORDER BY h.surum_no DESC LIMIT 1) h ON h.ended_how = 'delete'
                  JOIN working.change_set c ON c.change_set = h.ended_by AND NOT %2$s
                 WHERE NOT EXISTS (SELECT FROM working.%1$s w WHERE w.tucbs_no = s.tucbs_no
                                      AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic)
                """.formatted(type, isImport("c")));
    }

    /** Whether a change set is an import's. */
    static String isImport(String changeSet) {
        return "coalesce(" + changeSet + ".reason, '') LIKE '" + Importer.REASON + "%'";
    }

    /** Each column as a text that is there only where its value is in the way. */
    private String each() {
        return columns.stream()
                .map(c ->
                        ", CASE WHEN w.%1$s IS DISTINCT FROM %2$s AND (b.tucbs_no IS NULL OR w.%1$s IS DISTINCT FROM b.%1$s) THEN '%1$s' END"
                                .formatted(c, newValue.apply(c)))
                .collect(Collectors.joining());
    }

    private String aside(long importNo, String found) {
        return """
                WITH found AS (%s), gone AS (
                    DELETE FROM staged_%s s USING found f WHERE f.entry_no = s.entry_no AND f.what <> ''
                    RETURNING s.tucbs_no, s.entry_no, f.made_by, f.made_at, f.what)
                INSERT INTO ingest.reject (import_no, type, key, record_no, reason)
                SELECT %s, '%2$s', tucbs_no::text, entry_no,
                       '%s by ' || made_by || ' on ' || to_char(made_at, 'YYYY-MM-DD') || ': ' || what FROM gone
                """.formatted(found, type, Long.toString(importNo), REASON);
    }
}
