package tr.kentatlas.spatial.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.Model;

/**
 * The set-based SQL that brings one staged type into the working data: reject what the structure cannot take, update what
 * changed, insert what is new. Objects are matched by tucbs_no and beginning of validity; only columns the source gives are touched, of a
 * partial source only those the record gives; place and record state only of records that have one.
 */
final class Merge {
    private static final String STATE = "kayit_durumu";
    private static final Set<String> NEVER_EMPTIED = Set.of(FeatureGeometry.COLUMN, STATE);

    private final Model model;
    private final Staging.StagedType staged;
    private final String type;
    private final int sourceSrid;
    private final int storageSrid;

    Merge(Model model, Staging.StagedType staged, int sourceSrid, int storageSrid) {
        this.model = model;
        this.staged = staged;
        this.type = staged.type.name();
        this.sourceSrid = sourceSrid;
        this.storageSrid = storageSrid;
    }

    /** Periods in which no moment lies: no release would ever have the record. */
    String rejectEmptyPeriods(long importNo) {
        return reject(
                importNo, "validity ends when or before it begins", "s.gecerlilik_bitis <= s.gecerlilik_baslangic");
    }

    /** A state that is none: a release takes what is active, and no rule sees what it does not have. */
    String rejectUnknownStates(long importNo) {
        return reject(
                importNo,
                "kayitDurumu is none of aktif, taslak, arsiv",
                "s." + STATE + " NOT IN ('aktif', 'taslak', 'arsiv')");
    }

    /** The second record of an object for the same time, in file order. */
    String rejectRepeated(long importNo) {
        return reject(importNo, "the source has this object twice for the same time", """
                s.entry_no IN (
                    SELECT entry_no FROM (
                        SELECT entry_no, coalesce(gecerlilik_baslangic, '-infinity') AS begins,
                               max(coalesce(gecerlilik_bitis, 'infinity')) OVER (
                                   PARTITION BY tucbs_no ORDER BY coalesce(gecerlilik_baslangic, '-infinity'), entry_no
                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known_until,
                               row_number() OVER (PARTITION BY tucbs_no, gecerlilik_baslangic ORDER BY entry_no) AS nth
                          FROM staged_%1$s
                         WHERE tucbs_no IN (SELECT tucbs_no FROM staged_%1$s GROUP BY tucbs_no HAVING count(*) > 1)) p
                     WHERE known_until > begins OR nth > 1)
                """.formatted(type));
    }

    /** Objects whose number another type already has. */
    String rejectForeignIdentity(long importNo) {
        return reject(
                importNo,
                "this tucbs_no belongs to an object of another type",
                "EXISTS (SELECT FROM working.nesne n WHERE n.tucbs_no = s.tucbs_no AND n.type <> '" + type + "')");
    }

    /** New periods that overlap one the working data knows of the same object and this source leaves as it is. */
    String rejectOverlaps(long importNo) {
        return reject(importNo, "validity overlaps another period of the same object", """
                EXISTS (SELECT FROM working.%1$s w
                         WHERE w.tucbs_no = s.tucbs_no
                           AND w.gecerlilik_baslangic IS DISTINCT FROM s.gecerlilik_baslangic
                           AND tstzrange(w.gecerlilik_baslangic, w.gecerlilik_bitis)
                               && tstzrange(s.gecerlilik_baslangic, s.gecerlilik_bitis)
                           AND NOT EXISTS (SELECT FROM staged_%1$s o WHERE o.tucbs_no = w.tucbs_no
                                              AND o.gecerlilik_baslangic IS NOT DISTINCT FROM w.gecerlilik_baslangic))
                """.formatted(type));
    }

    /** Rows with a geometry that cannot be brought into the storage CRS, each with the database's own reason. */
    String rejectUntransformable(long importNo) {
        String faults = touched().stream()
                .filter(this::isGeometry)
                .map(c -> ", ingest.transform_fault(s." + c + ", " + storageSrid + ")")
                .collect(Collectors.joining("", "coalesce(NULL::text", ")"));
        return """
                WITH fault AS (SELECT entry_no, %s AS reason FROM staged_%s s),
                     gone AS (DELETE FROM staged_%2$s s USING fault f
                               WHERE f.entry_no = s.entry_no AND f.reason IS NOT NULL RETURNING s.tucbs_no, s.entry_no, f.reason)
                INSERT INTO ingest.reject (import_no, type, key, record_no, reason)
                SELECT %3$s, '%2$s', tucbs_no::text, entry_no, 'its coordinates cannot be brought into the storage CRS: ' || reason FROM gone
                """.formatted(faults, type, Long.toString(importNo));
    }

    /** The records whose objects people edited since, among those that are left. */
    EditedRecords edited() {
        return new EditedRecords(type, touched(), this::newValue);
    }

    /** Whether the source gives anything but identities. */
    boolean touches() {
        return !touched().isEmpty();
    }

    String update() {
        List<String> columns = touched();
        return """
                UPDATE working.%1$s w SET (%2$s) = ROW(%3$s) FROM staged_%1$s s
                 WHERE w.tucbs_no = s.tucbs_no AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic
                   AND (%4$s) IS DISTINCT FROM (%3$s)
                """.formatted(
                        type, String.join(", ", columns), list(columns, this::newValue), list(columns, c -> "w." + c));
    }

    String insert() {
        List<String> columns = touched();
        return """
                INSERT INTO working.%1$s (change_set, tucbs_no%2$s)
                SELECT working.current_change_set(), s.tucbs_no%3$s FROM staged_%1$s s
                 WHERE NOT EXISTS (SELECT FROM working.%1$s w WHERE w.tucbs_no = s.tucbs_no
                                      AND w.gecerlilik_baslangic IS NOT DISTINCT FROM s.gecerlilik_baslangic)
                """.formatted(type, further(columns, c -> c), further(columns, this::firstValue));
    }

    /** Into an empty table there is nothing to compare with. */
    String insertAll() {
        List<String> columns = touched();
        return """
                INSERT INTO working.%1$s (change_set, tucbs_no%2$s)
                SELECT (SELECT working.current_change_set()), s.tucbs_no%3$s FROM staged_%1$s s
                """.formatted(type, further(columns, c -> c), further(columns, this::firstValue));
    }

    private String reject(long importNo, String reason, String condition) {
        return """
                WITH gone AS (DELETE FROM staged_%s s WHERE %s RETURNING s.tucbs_no, s.entry_no)
                INSERT INTO ingest.reject (import_no, type, key, record_no, reason)
                SELECT %s, '%1$s', tucbs_no::text, entry_no, '%s' FROM gone
                """.formatted(type, condition, Long.toString(importNo), reason);
    }

    private List<String> touched() {
        List<String> columns = model.attributesOf(staged.type).stream()
                .map(a -> a.column())
                .filter(c -> staged.columns.contains(c) && !EditedRecords.START.contains(c))
                .collect(Collectors.toList());
        if (staged.hasPlaces) columns.add(FeatureGeometry.COLUMN);
        return columns;
    }

    private String stagedValue(String column) {
        boolean moves = sourceSrid != storageSrid && isGeometry(column);
        return moves ? "ST_Transform(s." + column + ", " + storageSrid + ")" : "s." + column;
    }

    /** What a new object gets: it has a state, whatever the other records of its file have. */
    private String firstValue(String column) {
        return column.equals(STATE) ? "coalesce(s." + STATE + ", 'aktif')" : stagedValue(column);
    }

    /** What an object that is known gets. */
    private String newValue(String column) {
        String value = stagedValue(column);
        if (NEVER_EMPTIED.contains(column)) return "coalesce(" + value + ", w." + column + ")";
        return staged.isPartial
                ? "CASE WHEN " + staged.gives(column) + " THEN " + value + " ELSE w." + column + " END"
                : value;
    }

    private boolean isGeometry(String column) {
        return column.equals(FeatureGeometry.COLUMN)
                || model.attributesOf(staged.type).stream()
                        .anyMatch(a -> a.column().equals(column) && a.type() == AttributeType.GEOMETRY);
    }

    private static String list(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }

    /** The same after other columns. */
    private static String further(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(c -> ", " + form.apply(c)).collect(Collectors.joining());
    }
}
