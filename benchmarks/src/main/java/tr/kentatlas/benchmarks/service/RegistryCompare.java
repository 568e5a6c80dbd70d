package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.match.Compare;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * The comparison with the address registry over generated doors, beside one bare SQL difference of the same columns, in turn. Ours
 * links, keeps conflicts and looks at every level; the floor only finds the rows that differ.
 */
public final class RegistryCompare {
    private static final int DOORS = 150_000;
    private static final int ROUNDS = 7;
    static final double TARGET = 2;
    private static final long PLACE = 170_001;

    /** Streets of 150 doors in one neighbourhood; the registry's copy differs in one door of a hundred. */
    private static final String[] FILL = {
        "INSERT INTO working.idari_birim (tucbs_no, duzey, ad, uavt_kod) VALUES (registry.street_id('"
                + "00000000-0000-0000-0000-000000000001', 0), 'mahalle', 'Ölçüm', '" + PLACE + "')",
        "CREATE TABLE bench_street AS SELECT n, md5('r' || n)::uuid AS road, md5('h' || n)::uuid AS line, md5('s' || n)::uuid AS side"
                + " FROM generate_series(1, " + DOORS / 150 + ") n",
        "INSERT INTO working.yol (tucbs_no, ad, tip) SELECT road, 'Sokak ' || n, '4' FROM bench_street",
        "INSERT INTO working.yol_orta_hat (tucbs_no, yol) SELECT line, road FROM bench_street",
        "INSERT INTO working.yol_orta_hat_yon (tucbs_no, orta_hat, taraf, mahalle, tanitim_kodu, uavt_kodu)"
                + " SELECT side, line, 'sol', registry.street_id('00000000-0000-0000-0000-000000000001', 0), n::text, 1000000 + n"
                + " FROM bench_street",
        "INSERT INTO working.numarataj (tucbs_no, kapi_no, tip, yon, numarataj_kodu, durum)"
                + " SELECT md5('d' || d)::uuid, (d / " + DOORS / 150
                + ")::text, 'anaGiris', s.side, 300000000 + d, 'current'"
                + " FROM generate_series(0, " + (DOORS - 1) + ") d JOIN bench_street s ON s.n = 1 + d % " + DOORS / 150,
        "INSERT INTO registry.entry (level, code, neighbourhood, label, kind, active, version)"
                + " SELECT 'street', 1000000 + n, " + PLACE + ", 'SOKAK ' || n, '4', true, n FROM bench_street",
        "INSERT INTO registry.entry (level, code, neighbourhood, parent, label, kind, active, version)"
                + " SELECT 'door', 300000000 + d, " + PLACE + ", 1000001 + d % " + DOORS / 150 + ", (d / " + DOORS / 150
                + ")::text || CASE WHEN d % 100 = 7 THEN '/A' ELSE '' END, 'anaGiris', true, 10000 + d"
                + " FROM generate_series(0, " + (DOORS - 1) + ") d",
        "INSERT INTO registry.pull (neighbourhood, state, started_at, completed_at, completed_start)" + " VALUES ("
                + PLACE + ", 'complete', now(), now(), now())",
        "VACUUM ANALYZE"
    };

    private static final String BARE = """
            SELECT count(*) FROM (
                SELECT d.numarataj_kodu AS code, s.uavt_kodu AS street, upper(d.kapi_no) AS number, d.tip AS kind
                FROM working.numarataj d JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon) o
            FULL JOIN (SELECT code, parent AS street, upper(label) AS number, kind FROM registry.entry WHERE level = 'door' AND active) r
                USING (code)
            WHERE (o.street, o.number, o.kind) IS DISTINCT FROM (r.street, r.number, r.kind)
            """;

    private RegistryCompare() {}

    /** Milliseconds of either, and seconds of the first comparison, which makes all links. */
    record Times(Figure ours, Figure bare, double first) {
        double ratio() {
            return ours.median() / bare.median();
        }

        String what() {
            return String.format(Locale.ROOT, "registry compare of %,d doors, 1 %% of them different", DOORS);
        }
    }

    /** By itself, for working on it. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("kentatlas-bench");
        try (BenchCity city = BenchCity.create(folder.resolve("cluster"))) {
            Times times = measure(city.owner(), ROUNDS);
            System.out.printf(
                    Locale.ROOT,
                    "%s: compare %s, bare SQL difference %s: %.2f times (target: at most %.0f); the first took %.2f s%n",
                    times.what(),
                    times.ours().text("ms"),
                    times.bare().text("ms"),
                    times.ratio(),
                    TARGET,
                    times.first());
        }
    }

    /** Fills an empty, migrated database and compares in turn with the floor. */
    static Times measure(DataSource database, int rounds) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String sql : FILL) jdbc.sql(sql).update();
        Compare compare = new Compare(new RegistryStore(database), Duration.ZERO);
        double first = seconds(() -> compare.run("bench"));
        jdbc.sql("VACUUM ANALYZE").update();
        Times times = new Times(new Figure(), new Figure(), first);
        for (int i = 0; i < rounds; i++) {
            times.bare()
                    .add(1000 * seconds(() -> jdbc.sql(BARE).query(Long.class).single()));
            times.ours().add(1000 * seconds(() -> compare.run("bench")));
        }
        return times;
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
