package tr.kentatlas.spatial.quality;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Holds objects with blocking findings back from the next draft: they become drafts ({@code kayit_durumu = 'taslak'}) in the working data,
 * with the rule as the reason and their version before in the history. Nothing is lost; who mends them makes them active again.
 */
public final class HoldBack {
    private static final String WITH_BLOCKERS = """
            SELECT DISTINCT type FROM release.finding
             WHERE release_no = ? AND severity = 'blocker' AND tucbs_no IS NOT NULL ORDER BY type
            """;

    private final DataSource owner;
    private final Model model;

    public HoldBack(DataSource owner, Model model) {
        this.owner = owner;
        this.model = model;
    }

    /** How many objects of each type were held back for the findings of a checked draft, in the name of who drafted it. */
    public Map<String, Integer> from(Release draft, String actor) {
        try {
            return OneTransaction.of(owner, whole -> from(draft, actor, whole.jdbc()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed while objects were held back: " + e.getMessage(), e);
        }
    }

    private Map<String, Integer> from(Release draft, String actor, JdbcClient jdbc) {
        jdbc.sql("SELECT set_config('kent.actor', ?, true)")
                .param(actor)
                .query(String.class)
                .single();
        List<String> types = jdbc.sql(WITH_BLOCKERS)
                .param(draft.number())
                .query((row, n) -> row.getString(1))
                .list();
        Map<String, Integer> held = new TreeMap<>();
        types.forEach(type -> held.put(type, hold(model.get(type), draft, jdbc)));
        return held;
    }

    private static int hold(FeatureType type, Release draft, JdbcClient jdbc) {
        return jdbc.sql("""
                        UPDATE working.%s w SET kayit_durumu = 'taslak', islem_gerekcesi = 'held back: ' || f.rules
                          FROM (SELECT tucbs_no, string_agg(DISTINCT rule_id, ', ') AS rules FROM release.finding
                                 WHERE release_no = ? AND severity = 'blocker' AND type = ? GROUP BY tucbs_no) f
                         WHERE w.tucbs_no = f.tucbs_no AND w.kayit_durumu = 'aktif'
                        """.formatted(type.name()))
                .params(draft.number(), type.name())
                .update();
    }
}
