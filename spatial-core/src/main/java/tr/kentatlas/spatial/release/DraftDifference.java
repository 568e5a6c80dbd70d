package tr.kentatlas.spatial.release;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.PublishedTable;

/**
 * How many objects of a theme are new, have another version, or are gone against the snapshot that is served. Identities and numbers of
 * versions are compared, no content: an object without a new version has not changed.
 *
 * @param against the served snapshot
 */
record DraftDifference(Snapshot against, long added, long changed, long gone) {

    /** One for each theme of the draft that is served. */
    static List<DraftDifference> all(Release draft, List<Snapshot> served, Model model, JdbcClient jdbc) {
        return served.stream()
                .flatMap(before -> draft.snapshots().stream()
                        .filter(now -> now.theme().equals(before.theme()))
                        .map(now -> of(now, before, model, jdbc)))
                .toList();
    }

    /** What was frozen now has the types of this model, what is served may have others. */
    private static DraftDifference of(Snapshot now, Snapshot before, Model model, JdbcClient jdbc) {
        DraftDifference sum = new DraftDifference(before, 0, 0, 0);
        if (now.id() == before.id()) return sum;
        for (var type : now.rowCounts().entrySet()) {
            sum = before.rowCounts().containsKey(type.getKey())
                    ? sum.plus(compared(PublishedTable.full(model, model.get(type.getKey()), now.id()), before, jdbc))
                    : sum.plus(new DraftDifference(before, type.getValue(), 0, 0));
        }
        for (var type : before.rowCounts().entrySet())
            if (!now.rowCounts().containsKey(type.getKey()))
                sum = sum.plus(new DraftDifference(before, 0, 0, type.getValue()));
        return sum;
    }

    void keep(long release, JdbcClient jdbc) {
        jdbc.sql(
                        "INSERT INTO release.difference (release_no, theme, against, added, changed, gone) VALUES (?, ?, ?, ?, ?, ?)")
                .params(release, against.theme(), against.id(), added, changed, gone)
                .update();
    }

    private static DraftDifference compared(PublishedTable now, Snapshot before, JdbcClient jdbc) {
        return jdbc.sql(
                        "SELECT count(*) FILTER (WHERE o.tucbs_no IS NULL), count(*) FILTER (WHERE n.surum_no <> o.surum_no),"
                                + " count(*) FILTER (WHERE n.tucbs_no IS NULL) FROM " + now.name() + " n FULL JOIN "
                                + now.in(before.id()).name() + " o USING (tucbs_no)")
                .query((row, n) -> new DraftDifference(before, row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private DraftDifference plus(DraftDifference other) {
        return new DraftDifference(against, added + other.added, changed + other.changed, gone + other.gone);
    }
}
