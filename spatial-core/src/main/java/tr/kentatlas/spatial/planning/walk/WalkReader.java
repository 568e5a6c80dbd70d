package tr.kentatlas.spatial.planning.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.planning.Neighbourhoods;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.Watch;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Reads streets and doors as a grant sees them. What a hidden attribute says of a street is not known, so it does not close it. */
public final class WalkReader {
    public static final String STREETS = "yol_orta_hat";
    public static final String DOORS = "numarataj";

    /** Within this many metres a street is looked for at all. */
    public static final double FARTHEST = 500;

    /** More doors than this are not kept in memory for one question. */
    public static final int MOST_DOORS = 600_000;

    private static final int MANY = Integer.MAX_VALUE;

    /** Which values of which attribute of a street mean that nobody walks there. */
    private static final Map<String, List<String>> CLOSED = Map.of(
            "yolBicimi", List.of("motorway"),
            "erisim", List.of("forbiddenLegally", "physicallyImpossible"),
            "durum", List.of("projected", "underConstruction", "decommissioned"));

    private final WallReader reader;
    private final Edition edition;
    private final Grant grant;
    private final Watch watch;

    public WalkReader(WallReader reader, Edition edition, Grant grant, Watch watch) {
        this.reader = reader;
        this.edition = edition;
        this.grant = grant;
        this.watch = watch;
    }

    /** A release has more doors than can be kept. */
    public static final class TooManyDoors extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyDoors() {
            super("more than " + MOST_DOORS + " doors");
        }
    }

    /** Everything; the types must be visible to the grant. */
    public WalkNetwork read() {
        WalkGraph graph = graph();
        StreetIndex streets = new StreetIndex(graph);
        Optional<Neighbourhoods> units = Neighbourhoods.of(edition, grant);
        Doors doors = Doors.at(doors(units), streets, FARTHEST);
        return new WalkNetwork(
                graph, streets, doors, units.map(all -> all.list(reader)).orElse(List.of()));
    }

    private WalkGraph graph() {
        VisibleType type = VisibleType.find(edition, grant, STREETS).orElseThrow();
        GrantedSql sql = open(type)
                .select("ST_AsBinary(ST_Force2D((ST_Dump(geom)).geom))")
                .then(" ORDER BY sira");
        return reader.read(sql, MANY, WalkReader::graph, watch);
    }

    private static WalkGraph graph(ResultSet rows) throws SQLException {
        WKBReader reader = new WKBReader();
        WalkGraph.Builder builder = new WalkGraph.Builder();
        while (rows.next()) {
            try {
                builder.add(reader.read(rows.getBytes(1)).getCoordinates());
            } catch (ParseException e) {
                throw new SQLException("the database wrote no WKB", e);
            }
        }
        return builder.build();
    }

    private GrantedRows open(VisibleType type) {
        List<SqlFragment> conditions = new ArrayList<>();
        CLOSED.forEach((name, codes) -> type.attribute(name)
                .ifPresent(attribute -> codes.forEach(
                        code -> conditions.add(SqlFragment.of(attribute.column() + " IS DISTINCT FROM ?", code)))));
        return GrantedRows.of(edition, type).where(SqlFragment.and(conditions));
    }

    private List<Doors.Door> doors(Optional<Neighbourhoods> units) {
        VisibleType type = VisibleType.find(edition, grant, DOORS).orElseThrow();
        String number = type.attribute("kapiNumarasi").isPresent() ? "kapi_no" : "''";
        String side = type.attribute("yon").isPresent() ? "yon" : "NULL::uuid";
        GrantedSql doors = GrantedRows.of(edition, type)
                .where(SqlFragment.of("geom IS NOT NULL"))
                .select("tucbs_no AS door_id, geom AS door_geom, ST_Transform(geom, 4326) AS door_degrees, " + number
                        + " AS door_no, " + side + " AS door_side");
        GrantedSql sql = doors.between("WITH door AS MATERIALIZED (", "), ")
                .join("hood AS MATERIALIZED (", hoods(units))
                .join(
                        "), housed AS (SELECT DISTINCT ON (door_id) door_id AS housed_id, hood_nr FROM hood JOIN door"
                                + " ON door_geom && hood_shape AND ST_Covers(hood_shape, door_geom)"
                                + " ORDER BY door_id, hood_nr), side AS (",
                        sides())
                .then(") SELECT door_id, ST_X(door_geom), ST_Y(door_geom), ST_X(door_degrees), ST_Y(door_degrees),"
                        + " door_no, link_name, hood_nr FROM door LEFT JOIN housed ON housed_id = door_id"
                        + " LEFT JOIN side ON side_id = door_side"
                        + " ORDER BY hood_nr NULLS LAST, link_name COLLATE \"tr-x-icu\" NULLS LAST,"
                        + " substring(door_no FROM '^[0-9]{1,9}')::int NULLS LAST, door_no, door_id");
        return reader.read(sql, MANY, WalkReader::doors, watch);
    }

    private static List<Doors.Door> doors(ResultSet rows) throws SQLException {
        List<Doors.Door> doors = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        while (rows.next()) {
            if (doors.size() == MOST_DOORS) throw new TooManyDoors();
            String street = Optional.ofNullable(rows.getString(7)).orElse("");
            int hood = rows.getInt(8);
            doors.add(new Doors.Door(
                    rows.getObject(1, UUID.class),
                    rows.getDouble(2),
                    rows.getDouble(3),
                    rows.getDouble(4),
                    rows.getDouble(5),
                    Optional.ofNullable(rows.getString(6)).orElse(""),
                    names.computeIfAbsent(street, name -> name),
                    rows.wasNull() ? Doors.NONE : hood));
        }
        return doors;
    }

    private static SqlFragment hoods(Optional<Neighbourhoods> units) {
        return units.map(all -> all.numbered().fragment())
                .orElse(SqlFragment.of("SELECT NULL::int AS hood_nr, NULL::geometry AS hood_shape WHERE FALSE"));
    }

    /** The names of streets by the side a door belongs to, as far as the grant shows what leads there. */
    private SqlFragment sides() {
        Optional<VisibleType> sides = visible("yol_orta_hat_yon", "ortaHat");
        Optional<VisibleType> links = visible(STREETS, "adi");
        if (sides.isEmpty() || links.isEmpty())
            return SqlFragment.of("SELECT NULL::uuid AS side_id, NULL::text AS link_name WHERE FALSE");
        GrantedSql side = GrantedRows.of(edition, sides.get()).select("tucbs_no AS side_id, orta_hat AS side_link");
        GrantedSql link = GrantedRows.of(edition, links.get()).select("tucbs_no AS link_id, ad AS link_name");
        return side.between("SELECT DISTINCT ON (side_id) side_id, link_name FROM (", ") AS s JOIN (")
                .join("", link.between("", ") AS l ON link_id = side_link ORDER BY side_id, link_name"))
                .fragment();
    }

    private Optional<VisibleType> visible(String name, String... attributes) {
        return VisibleType.find(edition, grant, name)
                .filter(type -> Stream.of(attributes)
                        .allMatch(attribute -> type.attribute(attribute).isPresent()));
    }
}
