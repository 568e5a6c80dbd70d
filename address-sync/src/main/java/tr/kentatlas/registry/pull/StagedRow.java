package tr.kentatlas.registry.pull;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;

/**
 * One row of the registry in the shape all levels share. The registry sends nothing, an empty element or a nil one for the same: not
 * told. A number of ours is kept in our spelling, whatever case it comes in.
 */
record StagedRow(
        Level level,
        long code,
        Revision revision,
        @Nullable Long parent,
        @Nullable Long building,
        @Nullable String otherConstruction,
        @Nullable Long parcel,
        @Nullable Long side,
        @Nullable Long mainDoor,
        @Nullable String label,
        List<String> aliases,
        @Nullable String kind,
        @Nullable String detail,
        @Nullable String condition,
        @Nullable Integer floors,
        @Nullable Integer floorsBelow,
        @Nullable Integer floor,
        @Nullable Geometry geometry) {
    private static final Pattern NUMBER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    StagedRow {
        label = told(label);
        kind = told(kind);
        otherConstruction = number(told(otherConstruction));
        detail = told(detail);
        condition = told(condition);
    }

    static StagedRow of(RegisteredRow row, KindWords words) {
        return switch (row) {
            case RegisteredStreet street -> street(street, words);
            case RegisteredBuilding building -> building(building, words);
            case RegisteredDoor door -> door(door, words);
            case RegisteredUnit unit -> unit(unit, words);
        };
    }

    private static StagedRow street(RegisteredStreet row, KindWords words) {
        List<String> aliases = Stream.of(row.secondName(), row.oldName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
        return new StagedRow(
                Level.STREET,
                row.code(),
                row.revision(),
                row.road(),
                null,
                null,
                null,
                null,
                null,
                row.name(),
                aliases,
                words.code(KindWords.OF_STREET, row.kind()),
                null,
                null,
                null,
                null,
                null,
                row.centreLines());
    }

    private static StagedRow building(RegisteredBuilding row, KindWords words) {
        return new StagedRow(
                Level.BUILDING,
                row.code(),
                row.revision(),
                null,
                null,
                null,
                null,
                null,
                null,
                row.name(),
                List.of(),
                words.code(KindWords.OF_BUILDING, row.kind()),
                words.code(KindWords.CONDITION, row.condition()),
                null,
                row.floorsAbove(),
                row.floorsBelow(),
                null,
                row.footprint());
    }

    private static StagedRow door(RegisteredDoor row, KindWords words) {
        return new StagedRow(
                Level.DOOR,
                row.code(),
                row.revision(),
                row.street(),
                row.building(),
                row.otherConstruction(),
                row.parcel(),
                row.side(),
                row.mainDoor(),
                row.number(),
                List.of(),
                words.code(KindWords.OF_DOOR, row.kind()),
                null,
                null,
                null,
                null,
                null,
                row.position());
    }

    private static StagedRow unit(RegisteredUnit row, KindWords words) {
        return new StagedRow(
                Level.UNIT,
                row.addressNo(),
                row.revision(),
                row.door(),
                row.building(),
                null,
                null,
                null,
                null,
                row.number(),
                List.of(),
                words.code(KindWords.OF_UNIT, row.kind()),
                words.code(KindWords.USE, row.use()),
                words.code(KindWords.CONDITION, row.condition()),
                null,
                null,
                row.floor(),
                null);
    }

    byte @Nullable [] wkb() {
        return geometry == null ? null : new WKBWriter().write(geometry);
    }

    /** What is no such number stays as it is: it differs from all of ours. */
    private static @Nullable String number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
