package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Streets as names (yol): one per name and municipality, with the kind its name tells, else that of its most important road. */
final class Streets {
    static final String TYPE = "yol";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<String>> words;
    private final Map<String, OsmProfile.RoadClass> classes;
    private final List<String> byImportance;
    private final AdminUnits units;
    private final Map<String, Street> streets = new LinkedHashMap<>();
    private final StreetIndex links = new StreetIndex();

    Streets(OsmProfile profile, AdminUnits units) {
        this.words = profile.streets().words();
        this.classes = profile.roads().classes();
        this.byImportance = new ArrayList<>(classes.keySet());
        this.units = units;
    }

    private static final class Street {
        private final String key;
        private final String name;
        private final @Nullable UUID municipality;
        private int importance = Integer.MAX_VALUE;

        Street(String key, String name, @Nullable UUID municipality) {
            this.key = key;
            this.name = name;
            this.municipality = municipality;
        }
    }

    /** The street a piece of road belongs to; null when it has no name. */
    @Nullable
    UUID of(Tags tags, String highway, Coordinate middle) {
        String name = tags.get("name");
        if (name == null || name.isBlank()) return null;
        UUID municipality = units.municipalityAt(middle);
        String key = "yol/" + municipality + "/" + name.strip();
        Street street = streets.computeIfAbsent(key, k -> new Street(k, name.strip(), municipality));
        street.importance = Math.min(street.importance, byImportance.indexOf(highway));
        return Osm.id(TYPE, key);
    }

    void remember(Tags tags, String link, Coordinate[] line) {
        String name = tags.get("name");
        if (name != null && !name.isBlank()) links.add(name, link, line);
    }

    /** The link of the named street nearest to an address. */
    Optional<StreetIndex.Match> nearest(String name, Coordinate place) {
        return links.nearest(name, place);
    }

    void deliver(RecordSink sink) {
        for (Street street : streets.values()) {
            new RecordBuilder(TYPE, street.key, sink)
                    .set("kaynak", "osm")
                    .set("kaynak_kimlik", street.key)
                    .set("ad", street.name)
                    .set("tip", kind(street))
                    .set("belediye", street.municipality)
                    .deliver(Osm.id(TYPE, street.key), null);
        }
    }

    private String kind(Street street) {
        String byName = kindByName(street.name);
        if (byName != null) return byName;
        return Objects.requireNonNull(classes.get(byImportance.get(street.importance)))
                .tip();
    }

    /** Turkish names end with their kind, Romance ones begin with it, German ones carry it as the end of the word. */
    private @Nullable String kindByName(String name) {
        List<String> parts = BETWEEN_WORDS
                .splitAsStream(TurkishText.searchKey(name))
                .filter(w -> !w.isEmpty())
                .toList();
        if (parts.isEmpty()) return null;
        String last = parts.getLast();
        for (var kind : words.entrySet()) {
            for (String word : kind.getValue()) {
                if (last.equals(word) || parts.getFirst().equals(word) || (word.length() >= 5 && last.endsWith(word))) {
                    return kind.getKey();
                }
            }
        }
        return null;
    }
}
