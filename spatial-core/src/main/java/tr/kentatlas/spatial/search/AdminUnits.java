package tr.kentatlas.spatial.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrative units of a release by identity: whose neighbourhood and district a thing lies in, in words. */
final class AdminUnits {
    /** The levels of neighbourhoods, and the word people put behind their names. */
    private static final Map<String, String> NEIGHBOURHOODS = Map.of("mahalle", " Mahallesi", "koy", " Köyü");

    private static final Set<String> MUNICIPALITIES = Set.of("belediye", "belde");
    private static final String DISTRICT = "ilce";
    private static final int MOST_LEVELS = 8;

    private final Map<UUID, Unit> byId = new HashMap<>();
    private String onlyDistrict = "";
    private int districts;

    private record Unit(String name, String level, @Nullable UUID parent) {}

    /**
     * In which neighbourhood, municipality and district; empty where unknown, or where the municipality is the district's own.
     *
     * @param neighbourhood its bare name
     * @param title what people call it: "Çınarlı Mahallesi", "Dereli Köyü"
     */
    record Where(String neighbourhood, String title, String municipality, String district) {
        static final Where UNKNOWN = new Where("", "", "", "");

        /** For people: "Çınarlı Mahallesi, Örnekova". */
        String words() {
            return around(title);
        }

        /** Of several: "Çınarlı, Fatih Mahallesi"; where one is a village, each with its word. */
        static String titles(List<Where> all, int most) {
            List<Where> named = all.stream().filter(one -> !one.title.isEmpty()).toList();
            String word = NEIGHBOURHOODS.get("mahalle");
            boolean isOneKind = !named.isEmpty() && named.stream().allMatch(one -> one.title.endsWith(word));
            String first = named.stream()
                    .map(isOneKind ? Where::neighbourhood : Where::title)
                    .sorted()
                    .limit(most)
                    .collect(Collectors.joining(", "));
            return first + (named.size() > most ? " …" : "") + (isOneKind ? word : "");
        }

        private Where in(String itsMunicipality, String itsDistrict) {
            return new Where(neighbourhood, title, itsMunicipality, itsDistrict);
        }

        /** What lies in it, or the name of several neighbourhoods, with what is around. */
        String around(String first) {
            return Stream.of(first, municipality, district)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /** Joins the smallest unit around a point, as {@code joined}, to the rows of which a condition holds. */
    static String around(String point, String joined, String condition) {
        return """
              LEFT JOIN LATERAL (SELECT m.tucbs_no FROM {idari_birim} m
                                  WHERE %s AND m.duzey IN ('mahalle', 'koy', 'belediye', 'belde', 'ilce') AND m.ad IS NOT NULL
                                    AND ST_Intersects(m.geom, %s) ORDER BY ST_Area(m.geom) LIMIT 1) %s ON true
            """.formatted(condition, point, joined);
    }

    static AdminUnits read(PublicTables tables, JdbcClient jdbc) {
        AdminUnits units = new AdminUnits();
        tables.each(
                jdbc,
                "SELECT tucbs_no, ad, coalesce(duzey, '') AS duzey, ust_birim FROM {idari_birim} WHERE ad IS NOT NULL",
                row -> units.add(
                        row.getObject("tucbs_no", UUID.class),
                        row.getString("ad"),
                        row.getString("duzey"),
                        row.getObject("ust_birim", UUID.class)));
        return units;
    }

    void add(UUID id, String name, String level, @Nullable UUID parent) {
        byId.put(id, new Unit(name, level, parent));
        if (!level.equals(DISTRICT)) return;
        onlyDistrict = districts == 0 ? name : "";
        districts++;
    }

    /** Where something lies of which the smallest unit around is known; what is in none is in the one district there is. */
    Where of(@Nullable UUID smallest) {
        Unit unit = smallest == null ? null : byId.get(smallest);
        if (unit == null) return Where.UNKNOWN.in("", onlyDistrict);
        Where neighbourhood = neighbourhood(unit);
        String municipality = "";
        for (int level = 0; unit != null && level < MOST_LEVELS; level++) {
            if (unit.level.equals(DISTRICT)) return where(neighbourhood, municipality, unit.name);
            if (municipality.isEmpty() && MUNICIPALITIES.contains(unit.level)) municipality = unit.name;
            unit = unit.parent == null ? null : byId.get(unit.parent);
        }
        return onlyDistrict.isEmpty()
                ? neighbourhood.in("", municipality)
                : where(neighbourhood, municipality, onlyDistrict);
    }

    /** Whether it is the municipality of a district of its name: people mean the district. */
    boolean isOfItsDistrict(UUID id) {
        Unit unit = byId.get(id);
        return unit != null
                && MUNICIPALITIES.contains(unit.level)
                && byId.values().stream()
                        .filter(other -> other.level.equals(DISTRICT))
                        .anyMatch(district -> (unit.name + " ").startsWith(district.name + " "));
    }

    /** The municipality of a district mostly bears its name. */
    private static Where where(Where neighbourhood, String municipality, String district) {
        return neighbourhood.in(municipality.startsWith(district) ? "" : municipality, district);
    }

    private static Where neighbourhood(Unit unit) {
        String word = NEIGHBOURHOODS.get(unit.level);
        if (word == null) return Where.UNKNOWN;
        String bare = unit.name.endsWith(word) ? unit.name.substring(0, unit.name.length() - word.length()) : unit.name;
        return new Where(bare, bare + word, "", "");
    }
}
