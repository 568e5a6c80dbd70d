package tr.kentatlas.api.desk.release;

import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/** The small city whose releases are made at its desk; its check finds sixty buildings that break one rule. */
final class ReleasedCity {
    static final int FOUND = 60;
    private static final String FIND = """
            INSERT INTO release.finding (release_no, snapshot_id, rule_id, severity, type, tucbs_no, detail, place)
            SELECT c.release_no, c.snapshot_id, 'BU1', 'error', 'bina', b.tucbs_no, 'kat sayısı yok', b.geom
              FROM release.content c CROSS JOIN (SELECT tucbs_no, geom FROM working.bina ORDER BY row_no LIMIT ?) b
             WHERE c.release_no = ? AND c.theme = 'bina'
            """;

    private ReleasedCity() {}

    /** The caller closes its web. */
    static DeskCity open() {
        return DeskCity.publishing(ReleasedCity::publisher);
    }

    private static Publisher publisher(PGSimpleDataSource owner) {
        return new Publisher(
                owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> find(owner, draft), List.of());
    }

    private static List<Outcome> find(DataSource owner, Release draft) {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("DELETE FROM release.finding").update();
        jdbc.sql(FIND).params(FOUND, draft.number()).update();
        return List.of(
                new Outcome("BU1", Severity.ERROR, FOUND),
                new Outcome("AD5", Severity.WARNING, 3),
                new Outcome("I4", Severity.BLOCKER, 0));
    }
}
