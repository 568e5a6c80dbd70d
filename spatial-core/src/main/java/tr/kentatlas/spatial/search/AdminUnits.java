package tr.kentatlas.spatial.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrative units of a release by identity: whose neighbourhood and district a thing lies in, in words. */
final class AdminUnits {
    private static final Set<String> DISTRICTS = Set.of("ilce", "belediye", "belde");
    private static final int MOST_LEVELS = 8;

    private final Map<UUID, Unit> byId = new HashMap<>();
    private @Nullable Unit only;

    private record Unit(String name, String level, @Nullable UUID parent) {}

    /** In which neighbourhood and district; empty where unknown. */
    record Where(String neighbourhood, String district) {
        /** For people: "Çınarlı Mahallesi, Örnekova". */
        String words() {
            String first = neighbourhood.isEmpty() ? "" : neighbourhood + " Mahallesi";
            return first.isEmpty() || district.isEmpty() ? first + district : first + ", " + district;
        }
    }

    static AdminUnits read(PublicTables tables, JdbcClient jdbc) {
        AdminUnits units = new AdminUnits();
        tables.each(jdbc, "SELECT tucbs_no, ad, duzey, ust_birim FROM {idari_birim} WHERE ad IS NOT NULL", row -> {
            Unit unit = new Unit(row.getString("ad"), row.getString("duzey"), row.getObject("ust_birim", UUID.class));
            units.byId.put(row.getObject("tucbs_no", UUID.class), unit);
            if (unit.level.equals("ilce")) units.only = unit;
        });
        return units;
    }

    /** Walks up from a neighbourhood; what belongs to none belongs to the one district there is. */
    Where of(@Nullable UUID neighbourhood) {
        Unit unit = neighbourhood == null ? null : byId.get(neighbourhood);
        String fallback = only == null ? "" : only.name;
        return unit == null ? new Where("", fallback) : new Where(bare(unit.name), district(unit, fallback));
    }

    private String district(Unit unit, String fallback) {
        String found = fallback;
        UUID parent = unit.parent;
        for (int level = 0; parent != null && level < MOST_LEVELS; level++) {
            Unit above = byId.get(parent);
            if (above == null) break;
            if (above.level.equals("ilce")) return above.name;
            if (DISTRICTS.contains(above.level) && found.isEmpty()) found = above.name;
            parent = above.parent;
        }
        return found;
    }

    private static String bare(String name) {
        return name.endsWith(" Mahallesi") ? name.substring(0, name.length() - " Mahallesi".length()) : name;
    }
}
