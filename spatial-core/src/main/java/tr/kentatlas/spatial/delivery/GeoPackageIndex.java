package tr.kentatlas.spatial.delivery;

import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.FeatureGeometry;

/**
 * The R-tree of a layer's geometries (OGC 12-128r18, Annex F.3), so that a reader shows a window without reading all rows. Whoever edits the
 * file keeps it right by the triggers, whose functions every GeoPackage reader brings along.
 */
final class GeoPackageIndex {
    private static final String EXTENSIONS = "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT,"
            + " extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,"
            + " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))";
    private static final String EXTENT = "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) ="
            + " (SELECT min(minx), max(maxx), min(miny), max(maxy) FROM $r) WHERE table_name = $'t'";
    private static final String BOX = "(NEW.$c, ST_MinX(NEW.$g), ST_MaxX(NEW.$g), ST_MinY(NEW.$g), ST_MaxY(NEW.$g))";
    private static final String PUT = "INSERT OR REPLACE INTO $r VALUES " + BOX;
    private static final String TAKE = "DELETE FROM $r WHERE id = OLD.$c";
    private static final String PLACED = "(NEW.$g NOTNULL AND NOT ST_IsEmpty(NEW.$g))";
    private static final String UNPLACED = "(NEW.$g ISNULL OR ST_IsEmpty(NEW.$g))";

    private final String table;

    GeoPackageIndex(String table) {
        this.table = table;
    }

    /** Before the rows are written. */
    List<String> begin() {
        return Stream.of(
                        EXTENSIONS,
                        "INSERT INTO gpkg_extensions VALUES ($'t', '" + FeatureGeometry.COLUMN
                                + "', 'gpkg_rtree_index', 'http://www.geopackage.org/spec131/#extension_rtree', 'write-only')",
                        "CREATE VIRTUAL TABLE $r USING rtree(id, minx, maxx, miny, maxy)")
                .map(this::named)
                .toList();
    }

    /** Takes a row's number and its box: west, east, south, north. */
    String insert() {
        return named("INSERT INTO $r VALUES (?, ?, ?, ?, ?)");
    }

    /** After they are written, since only other programs have the functions the triggers call. */
    List<String> finish() {
        return List.of(
                named(EXTENT),
                trigger("insert", "AFTER INSERT ON $t WHEN " + PLACED, PUT),
                trigger("update1", "AFTER UPDATE OF $g ON $t WHEN OLD.$c = NEW.$c AND " + PLACED, PUT),
                trigger("update2", "AFTER UPDATE OF $g ON $t WHEN OLD.$c = NEW.$c AND " + UNPLACED, TAKE),
                trigger("update3", "AFTER UPDATE ON $t WHEN OLD.$c != NEW.$c AND " + PLACED, TAKE + "; " + PUT),
                trigger(
                        "update4",
                        "AFTER UPDATE ON $t WHEN OLD.$c != NEW.$c AND " + UNPLACED,
                        "DELETE FROM $r WHERE id IN (OLD.$c, NEW.$c)"),
                trigger("delete", "AFTER DELETE ON $t WHEN OLD.$g NOTNULL", TAKE));
    }

    private String trigger(String name, String when, String work) {
        return named("CREATE TRIGGER $r_" + name + " " + when + " BEGIN " + work + "; END");
    }

    /** Names of the model have no character that would end a name or a text of SQL. */
    private String named(String sql) {
        String rtree = "rtree_" + table + "_" + FeatureGeometry.COLUMN;
        return sql.replaceAll("\\$r(_\\w+)", "\"" + rtree + "$1\"")
                .replace("$r", "\"" + rtree + "\"")
                .replace("$'t'", "'" + table + "'")
                .replace("$t", "\"" + table + "\"")
                .replace("$g", "\"" + FeatureGeometry.COLUMN + "\"")
                .replace("$c", "\"" + GeoPackageTables.FID + "\"");
    }
}
