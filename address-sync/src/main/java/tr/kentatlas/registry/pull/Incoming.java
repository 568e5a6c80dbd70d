package tr.kentatlas.registry.pull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.store.Levels;

/** Writes a page's rows to the staging table. The same row on two pages: the higher version stays. */
final class Incoming {
    private static final String INSERT = """
            INSERT INTO registry.incoming AS i (neighbourhood, level, code, parent, building, side, main_door, label, aliases, kind,
                detail, floors, floors_below, floor, active, version, updated_on, successor, geom)
            VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''),
                (SELECT coalesce(array_agg(registry.name_key(a)), '{}') FROM unnest(?::text[]) a), nullif(?, ''), nullif(?, ''),
                ?, ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326))
            ON CONFLICT (neighbourhood, level, code) DO UPDATE SET parent = excluded.parent, building = excluded.building,
                side = excluded.side, main_door = excluded.main_door, label = excluded.label, aliases = excluded.aliases,
                kind = excluded.kind, detail = excluded.detail, floors = excluded.floors, floors_below = excluded.floors_below,
                floor = excluded.floor, active = excluded.active, version = excluded.version, updated_on = excluded.updated_on,
                successor = excluded.successor, geom = excluded.geom
            WHERE i.version < excluded.version
            """;
    private static final String SIDE = """
            INSERT INTO registry.side (code, centre_line, side, neighbourhood, street, fixed_code) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET centre_line = excluded.centre_line, side = excluded.side,
                neighbourhood = excluded.neighbourhood, street = excluded.street, fixed_code = excluded.fixed_code
            """;

    private final JdbcClient jdbc;
    private final long neighbourhood;

    Incoming(JdbcClient jdbc, long neighbourhood) {
        this.jdbc = jdbc;
        this.neighbourhood = neighbourhood;
    }

    static void keepSides(JdbcClient jdbc, List<RegisteredSide> sides, @Nullable Long street) {
        for (RegisteredSide side : sides) {
            jdbc.sql(SIDE)
                    .params(Arrays.asList(
                            side.code(),
                            side.centreLine(),
                            side.side().name(),
                            side.neighbourhood(),
                            side.street() == null ? street : side.street(),
                            side.fixedCode()))
                    .update();
        }
    }

    void take(RegisteredRow row) {
        switch (row) {
            case RegisteredStreet street -> street(street);
            case RegisteredBuilding building -> building(building);
            case RegisteredDoor door -> door(door);
            case RegisteredUnit unit -> unit(unit);
        }
    }

    private void street(RegisteredStreet row) {
        List<String> aliases = Stream.of(row.secondName(), row.oldName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
        Row put = new Row(Level.STREET, row.code(), row.revision()).at(row.road(), null, null, null);
        put.label = row.name();
        put.aliases = aliases.toArray(String[]::new);
        put.kind = row.kind();
        put.write();
        keepSides(jdbc, row.sides(), row.code());
    }

    private void building(RegisteredBuilding row) {
        Row put = new Row(Level.BUILDING, row.code(), row.revision());
        put.label = row.name();
        put.kind = row.kind();
        put.detail = row.condition();
        put.floors = row.floorsAbove();
        put.floorsBelow = row.floorsBelow();
        put.geometry = row.footprint();
        put.write();
    }

    private void door(RegisteredDoor row) {
        Row put = new Row(Level.DOOR, row.code(), row.revision())
                .at(row.street(), row.building(), row.side(), row.mainDoor());
        put.label = row.number();
        put.kind = row.kind();
        put.geometry = row.position();
        put.write();
    }

    private void unit(RegisteredUnit row) {
        Row put = new Row(Level.UNIT, row.addressNo(), row.revision()).at(row.door(), row.building(), null, null);
        put.label = row.number();
        put.kind = row.kind();
        put.detail = row.use();
        put.floor = row.floor();
        put.write();
    }

    /** The registry sends nothing, an empty element or a nil one for the same: not told. */
    private final class Row {
        private final Level level;
        private final long code;
        private final Revision revision;
        private @Nullable Long parent;
        private @Nullable Long building;
        private @Nullable Long side;
        private @Nullable Long mainDoor;
        private @Nullable String label;
        private String[] aliases = {};
        private @Nullable String kind;
        private @Nullable String detail;
        private @Nullable Integer floors;
        private @Nullable Integer floorsBelow;
        private @Nullable Integer floor;
        private @Nullable Geometry geometry;

        Row(Level level, long code, Revision revision) {
            this.level = level;
            this.code = code;
            this.revision = revision;
        }

        Row at(
                @Nullable Long itsParent,
                @Nullable Long itsBuilding,
                @Nullable Long itsSide,
                @Nullable Long itsMainDoor) {
            parent = itsParent;
            building = itsBuilding;
            side = itsSide;
            mainDoor = itsMainDoor;
            return this;
        }

        void write() {
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList(neighbourhood, Levels.word(level), code));
            values.addAll(Arrays.asList(parent, building, side, mainDoor));
            values.addAll(Arrays.asList(trimmed(label), aliases, trimmed(kind), trimmed(detail)));
            values.addAll(Arrays.asList(floors, floorsBelow, floor, revision.active(), revision.version()));
            values.addAll(Arrays.asList(revision.updatedOn(), revision.successor(), wkb(geometry)));
            jdbc.sql(INSERT).params(values).update();
        }

        private static @Nullable String trimmed(@Nullable String text) {
            return text == null ? null : text.strip();
        }

        private static byte @Nullable [] wkb(@Nullable Geometry geometry) {
            return geometry == null ? null : new WKBWriter().write(geometry);
        }
    }
}
