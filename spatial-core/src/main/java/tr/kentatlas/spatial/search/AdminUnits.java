package tr.kentatlas.spatial.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrative units of a release by identity: whose neighbourhood and district a thing lies in, in words. */
final class AdminUnits {
    private static final Set<String> NEIGHBOURHOODS = Set.of("mahalle", "koy");
    private static final Set<String> MUNICIPALITIES = Set.of("belediye", "belde");
    private static final String DISTRICT = "ilce";
    private static final int MOST_LEVELS = 8;

    private final Map<UUID, Unit> byId = new HashMap<>();
    private String onlyDistrict = "";
    private int districts;

    private record Unit(String name, String level, @Nullable UUID parent) {}

    /** In which neighbourhood, municipality and district; empty where unknown, or where the municipality is the district's own. */
    record Where(String neighbourhood, String municipality, String district) {
        /** For people: "Çınarlı Mahallesi, Örnekova". */
        String words() {
            return around(neighbourhood.isEmpty() ? "" : neighbourhood + " Mahallesi");
        }

        /** What lies in it, or the name of several neighbourhoods, with what is around. */
        String around(String first) {
            return Stream.of(first, municipality, district)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    static AdminUnits read(PublicTables tables, JdbcClient jdbc) {
        AdminUnits units = new AdminUnits();
        tables.each(
                jdbc,
                "SELECT tucbs_no, ad, duzey, ust_birim FROM {idari_birim} WHERE ad IS NOT NULL",
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
        if (unit == null) return new Where("", "", onlyDistrict);
        String neighbourhood = NEIGHBOURHOODS.contains(unit.level) ? bare(unit.name) : "";
        String municipality = "";
        for (int level = 0; unit != null && level < MOST_LEVELS; level++) {
            if (unit.level.equals(DISTRICT)) return where(neighbourhood, municipality, unit.name);
            if (municipality.isEmpty() && MUNICIPALITIES.contains(unit.level)) municipality = unit.name;
            unit = unit.parent == null ? null : byId.get(unit.parent);
        }
        return onlyDistrict.isEmpty()
                ? new Where(neighbourhood, "", municipality)
                : where(neighbourhood, municipality, onlyDistrict);
    }

    /** The municipality of a district mostly bears its name. */
    private static Where where(String neighbourhood, String municipality, String district) {
        return new Where(neighbourhood, municipality.startsWith(district) ? "" : municipality, district);
    }

    private static String bare(String name) {
        return name.endsWith(" Mahallesi") ? name.substring(0, name.length() - " Mahallesi".length()) : name;
    }
}
