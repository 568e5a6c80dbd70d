package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;

/** The file's administrative units: delivered with their upper unit, then asked which unit a place lies in. */
final class AdminUnits {
    static final String TYPE = "idari_birim";

    private final Map<String, String> levels;
    private final List<String> codeTags;
    private final List<Unit> units = new ArrayList<>();

    AdminUnits(Map<String, String> levels, List<String> codeTags) {
        this.levels = levels;
        this.codeTags = codeTags;
    }

    /** A unit with its place in the hierarchy; a higher level number is a smaller unit. */
    private static final class Unit {
        private final String key;
        private final Tags tags;
        private final String duzey;
        private final int level;
        private final Geometry area;
        private final double size;
        private final IndexedPointInAreaLocator inside;
        private final @Nullable Centre centre;

        Unit(String key, Tags tags, String duzey, int level, Geometry area, @Nullable Centre centre) {
            this.key = key;
            this.tags = tags;
            this.duzey = duzey;
            this.level = level;
            this.area = area;
            this.size = area.getArea();
            this.inside = new IndexedPointInAreaLocator(area);
            this.centre = centre;
        }

        UUID id() {
            return Osm.id(TYPE, key);
        }

        boolean contains(Coordinate place) {
            return area.getEnvelopeInternal().contains(place) && inside.locate(place) != Location.EXTERIOR;
        }
    }

    /** The seat of a unit. */
    record Centre(Coordinate place, @Nullable String name) {}

    /** The model's level of a boundary; null when it has none for it. */
    @Nullable
    String duzey(Tags tags) {
        String level = tags.get("admin_level");
        return level == null ? null : levels.get(level);
    }

    void add(String key, Tags tags, Geometry area, @Nullable Centre centre) {
        String duzey = Objects.requireNonNull(duzey(tags));
        int level = Integer.parseInt(Objects.requireNonNull(tags.get("admin_level")));
        units.add(new Unit(key, tags, duzey, level, area, centre));
    }

    void deliver(Mapping mapping, RecordSink sink) {
        units.sort(Comparator.comparingDouble(u -> u.size));
        for (Unit unit : units) {
            RecordBuilder feature = mapping.start(unit.key, unit.tags, sink);
            feature.set("duzey", unit.duzey).set("ust_birim", upperUnit(unit));
            feature.set("ulusal_kod", unit.tags.first(codeTags));
            if (unit.centre != null) {
                feature.set("merkez_ad", unit.centre.name);
                feature.set("merkez_geom", Osm.SHAPES.createPoint(unit.centre.place));
            }
            feature.deliver(unit.id(), unit.area);
        }
    }

    /** The municipality a street belongs to: the smallest belediye or belde around, else the smallest ilçe. */
    @Nullable
    UUID municipalityAt(Coordinate place) {
        return smallest(u -> (u.duzey.equals("belediye") || u.duzey.equals("belde")) && u.contains(place))
                .or(() -> smallest(u -> u.duzey.equals("ilce") && u.contains(place)))
                .map(Unit::id)
                .orElse(null);
    }

    @Nullable
    UUID neighbourhoodAt(Coordinate place) {
        return smallest(u -> (u.duzey.equals("mahalle") || u.duzey.equals("koy")) && u.contains(place))
                .map(Unit::id)
                .orElse(null);
    }

    private @Nullable UUID upperUnit(Unit unit) {
        Coordinate middle = unit.area.getInteriorPoint().getCoordinate();
        return smallest(u -> u.level < unit.level && u.size > unit.size && u.contains(middle))
                .map(Unit::id)
                .orElse(null);
    }

    /** The units are sorted by size when they are delivered. */
    private Optional<Unit> smallest(Predicate<Unit> wanted) {
        return units.stream().filter(wanted).findFirst();
    }
}
