package tr.kentatlas.spatial.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * The set-based SQL that finds the staged records of a type that would undo what people did. A value is in the way when the source says
 * otherwise and it is neither what an import last made of this very column nor what was there in the version the source starts from.
 *
 * @param columns those the source gives, one at least
 * @param newValue what a known object would get in one of them
 */
record EditedRecords(String type, List<String> columns, UnaryOperator<String> newValue) {
    /** Tell which version a record of the source starts from; a number alone may be another system's own. */
    static final Set<String> START = Set.of("surum_no", "surum_baslangic");

    /** How the reason they are listed with begins. */
    static final String EDITED = "was edited here since it was imported";

    /** The same of objects that no import has brought. */
    static final String MADE = "was made here and never imported, and last changed";

    /** Only the objects people ever changed are looked at version by version; of all others the last word is an import's. */
    String setAside(long importNo) {
        return aside(importNo, """
                SELECT s.entry_no, k.is_imported, k.what, e.made_by, e.made_at
                  FROM (%2$s) t
                  JOIN staged_%1$s s ON s.tucbs_no = t.tucbs_no
                  JOIN working.%1$s w ON w.tucbs_no = s.tucbs_no AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic
                 CROSS JOIN LATERAL (
                      SELECT bool_or(%3$s) AS is_imported, concat_ws(', ', NULL%4$s) AS what, greatest(NULL%5$s) AS edited
                        FROM (%6$s) v
                        JOIN working.change_set c ON c.change_set = v.change_set
                        LEFT JOIN LATERAL (
                             SELECT b.* FROM working.%1$s_gecmis b
                              WHERE b.tucbs_no = v.tucbs_no AND b.row_no = v.row_no AND b.surum_no < v.surum_no
                              ORDER BY b.surum_no DESC LIMIT 1) p ON true) k
                  LEFT JOIN working.change_set e ON e.change_set = k.edited
                 WHERE %7$s
                """.formatted(
                        type,
                        changedByPeople(),
                        isImport("c"),
                        each("", column -> ifInTheWay(column, "'" + column + "'")),
                        each("", column -> ifInTheWay(column, lastEdit(column))),
                        versions(),
                        each(" OR ", this::differs)));
    }

    /** Objects that were deleted here or begin at another time, and that the source would bring back. */
    String setGoneAside(long importNo) {
        return aside(importNo, """
                SELECT s.entry_no, c.made_by, c.made_at,
                       CASE h.ended_how WHEN 'delete' THEN 'deleted' ELSE 'gecerlilik_baslangic' END AS what,
                       EXISTS (SELECT FROM working.%1$s_gecmis h JOIN working.change_set i ON i.change_set = h.change_set AND %3$s
                                WHERE h.tucbs_no = s.tucbs_no) AS is_imported
                  FROM staged_%1$s s
                  JOIN LATERAL (
                      SELECT h.ended_by, h.ended_how FROM working.%1$s_gecmis h
                       WHERE h.tucbs_no = s.tucbs_no AND h.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic
                       ORDER BY h.row_no DESC, h.surum_no DESC LIMIT 1) h ON true
                  JOIN working.change_set c ON c.change_set = h.ended_by AND NOT %2$s
                 WHERE NOT EXISTS (SELECT FROM working.%1$s w WHERE w.tucbs_no = s.tucbs_no
                                      AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic)
                """.formatted(type, isImport("c"), isImport("i")));
    }

    /** Whether the values of a change set are a source's, also those a first start held back. */
    static String isImport(String changeSet) {
        return changeSet + ".of_import";
    }

    private String changedByPeople() {
        return Stream.of("", "_gecmis")
                .map(table -> "SELECT v.tucbs_no FROM working." + type + table
                        + " v JOIN working.change_set c ON c.change_set = v.change_set AND NOT " + isImport("c"))
                .collect(Collectors.joining(" UNION "));
    }

    /** All versions of an object, those of before it was deleted and made again included. */
    private String versions() {
        String names = "tucbs_no, row_no, surum_no, surum_baslangic, change_set, " + each(", ", c -> c);
        return """
                SELECT %2$s FROM working.%1$s WHERE row_no = w.row_no
                UNION ALL
                SELECT %2$s FROM working.%1$s_gecmis h
                 WHERE h.tucbs_no = w.tucbs_no
                   AND (h.row_no = w.row_no OR h.gecerlilik_baslangic IS NOT DISTINCT FROM w.gecerlilik_baslangic)
                """.formatted(type, names);
    }

    /** What is told of a column where its value is in the way, else nothing. */
    private String ifInTheWay(String column, String told) {
        String isKnown = "v.%1$s IS NOT DISTINCT FROM w.%1$s".formatted(column);
        String counts = """
                v.surum_no = s.surum_no AND date_trunc('second', v.surum_baslangic) = date_trunc('second', s.surum_baslangic)
                OR %s AND %s""".formatted(isImport("c"), makes(column));
        return ", CASE WHEN %s AND %s IS NOT TRUE THEN %s END"
                .formatted(differs(column), newest(isKnown, counts), told);
    }

    private static String lastEdit(String column) {
        return newest("v.change_set", "NOT " + isImport("c") + " AND " + makes(column));
    }

    /** Whether a version is one that gave the column its value. */
    private static String makes(String column) {
        return "(p.row_no IS NULL OR v.%1$s IS DISTINCT FROM p.%1$s)".formatted(column);
    }

    /** Of the newest version among some: first the row's own, then those of others, of which what was made later has a higher number. */
    private static String newest(String value, String among) {
        return "(array_agg(%s ORDER BY v.row_no = w.row_no DESC, v.row_no DESC, v.surum_no DESC) FILTER (WHERE %s))[1]"
                .formatted(value, among);
    }

    private String differs(String column) {
        return "w." + column + " IS DISTINCT FROM " + newValue.apply(column);
    }

    private String each(String between, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(between));
    }

    private String aside(long importNo, String found) {
        return """
                WITH found AS (%s), gone AS (
                    DELETE FROM staged_%s s USING found f WHERE f.entry_no = s.entry_no AND f.what <> ''
                    RETURNING s.tucbs_no, s.entry_no, f.is_imported, f.made_by, f.made_at, f.what)
                INSERT INTO ingest.reject (import_no, type, key, record_no, reason)
                SELECT %s, '%2$s', tucbs_no::text, entry_no, CASE WHEN is_imported THEN '%s' ELSE '%s' END
                       || ' by ' || made_by || ' on ' || to_char(made_at AT TIME ZONE '%s', 'YYYY-MM-DD') || ': ' || what FROM gone
                """.formatted(found, type, Long.toString(importNo), EDITED, MADE, CityTime.ZONE);
    }
}
