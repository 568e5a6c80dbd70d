package tr.kentatlas.spatial.quality;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Holds what has blocking findings back from the next draft: a reference that leads to nothing the city has, else the object, which becomes
 * a draft itself ({@code kayit_durumu = 'taslak'}). It is done in the working data, with the reason and the version before in the history.
 */
public final class HoldBack {
    private static final String WITH_BLOCKERS = """
            SELECT DISTINCT type FROM release.finding
             WHERE release_no = ? AND severity = 'blocker' AND tucbs_no IS NOT NULL ORDER BY type
            """;

    private final DataSource owner;

    public HoldBack(DataSource owner) {
        this.owner = owner;
    }

    /**
     * How many references of each attribute, or how many objects of each type, were held back for the findings of a checked draft, in the
     * name of who drafted it; objects only when no reference was, since that may have been all that was wrong.
     */
    public Map<String, Integer> from(Release draft, String actor) {
        try {
            return OneTransaction.of(owner, whole -> from(draft, actor, whole.jdbc()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed while objects were held back: " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> from(Release draft, String actor, JdbcClient jdbc) {
        FrozenTypes frozen = FrozenTypes.of(draft, jdbc);
        jdbc.sql("SET LOCAL search_path TO " + frozen.searchPath()).update();
        jdbc.sql("SELECT set_config('kent.actor', ?, true), set_config('kent.import', 'on', true)")
                .param(actor)
                .query()
                .singleRow();
        List<String> types = jdbc.sql(WITH_BLOCKERS)
                .param(draft.number())
                .query((row, n) -> row.getString(1))
                .list();
        Map<String, Integer> held = new TreeMap<>();
        for (String type : types) held.putAll(references(type, frozen, jdbc));
        if (held.isEmpty()) types.forEach(type -> held.put(type, objects(type, draft, jdbc)));
        held.values().removeIf(many -> many == 0);
        return held;
    }

    private static Map<String, Integer> references(String type, FrozenTypes frozen, JdbcClient jdbc) {
        FrozenTypes.Entry entry = frozen.find(type).orElseThrow();
        Map<String, Integer> held = new TreeMap<>();
        for (Attribute attribute : entry.model().attributesOf(entry.type())) {
            if (attribute.type() != AttributeType.REFERENCE) continue;
            int many = jdbc.sql(withoutLost(type, attribute, target(attribute)))
                    .param("bekletildi: " + attribute.name())
                    .update();
            if (many > 0) held.put(type + "." + attribute.name(), many);
        }
        return held;
    }

    /** Where the working data have what a reference may lead to, a draft too: that may be mended. */
    private static String target(Attribute attribute) {
        return "working." + (attribute.target() == null ? "nesne" : attribute.target());
    }

    private static String withoutLost(String type, Attribute attribute, String target) {
        return """
                UPDATE working.%1$s w SET islem_gerekcesi = ?, %2$s = %3$s
                  FROM %1$s t CROSS JOIN LATERAL (
                       SELECT array_agg(v.value ORDER BY v.place) FILTER (WHERE v.leads) AS found,
                              bool_or(NOT v.leads AND v.value IS NOT NULL) AS is_lost
                         FROM (SELECT u.*, EXISTS (SELECT FROM %5$s o WHERE o.tucbs_no = u.value) AS leads
                                 FROM unnest(%4$s) WITH ORDINALITY u (value, place)) v) k
                 WHERE t.%2$s IS NOT NULL AND k.is_lost
                   AND w.tucbs_no = t.tucbs_no AND w.surum_no = t.surum_no AND w.kayit_durumu = 'aktif'
                """.formatted(
                        type,
                        attribute.column(),
                        attribute.isMany() ? "k.found" : "NULL",
                        attribute.isMany() ? "t." + attribute.column() : "ARRAY[t." + attribute.column() + "]",
                        target);
    }

    private static int objects(String type, Release draft, JdbcClient jdbc) {
        return jdbc.sql("""
                        UPDATE working.%s w SET kayit_durumu = 'taslak', islem_gerekcesi = 'bekletildi: ' || f.rules
                          FROM (SELECT tucbs_no, string_agg(DISTINCT rule_id, ', ') AS rules FROM release.finding
                                 WHERE release_no = ? AND severity = 'blocker' AND type = ? GROUP BY tucbs_no) f
                         WHERE w.tucbs_no = f.tucbs_no AND w.kayit_durumu = 'aktif'
                        """.formatted(type)).params(draft.number(), type).update();
    }
}
