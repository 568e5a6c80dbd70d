package tr.kentatlas.spatial.store.edit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.FeatureType;

/** Which objects of the working data are another than they were at an earlier change: those that were changed since, or are gone. */
public final class LaterChanges {
    private static final String SQL = """
            SELECT o.id FROM unnest(?::uuid[]) AS o (id)
             WHERE NOT EXISTS (SELECT FROM working.$type v WHERE v.tucbs_no = o.id)
                OR EXISTS (SELECT FROM working.$type v JOIN working.change_set c USING (change_set)
                            WHERE v.tucbs_no = o.id AND c.change_no > ?)
            """;

    private final JdbcClient desk;

    /** @param desk connects as {@code kent_desk} or stronger */
    public LaterChanges(JdbcClient desk) {
        this.desk = desk;
    }

    /** Those of {@code ids} that differ from what they were when change {@code changeNo} was the last one. */
    public Set<UUID> since(long changeNo, FeatureType type, Collection<UUID> ids) {
        return new HashSet<>(desk.sql(SQL.replace("$type", type.name()))
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .param(changeNo)
                .query(UUID.class)
                .list());
    }
}
