package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;

/** A version's number is given once in the life of an object. */
class VersionNumbersTest {
    private static final String ID = "'00000000-0000-4000-8000-000000000001'";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void periodsOfAnObjectBearDifferentNumbers() {
        run("INSERT INTO working.bina (tucbs_no, kat_ustu, gecerlilik_baslangic, gecerlilik_bitis) VALUES (" + ID
                + ", 1, NULL, '2000-01-01'), (" + ID
                + ", 2, '2000-01-01', '2010-01-01'), (gen_random_uuid(), 9, NULL, NULL)");
        assertThat(numbers()).containsExactly(1, 2);
        run("INSERT INTO working.bina (tucbs_no, kat_ustu, gecerlilik_baslangic) VALUES (" + ID + ", 3, '2010-01-01')");
        assertThat(numbers()).containsExactly(1, 2, 3);
        run("UPDATE working.bina SET kat_alti = 1 WHERE kat_ustu = 1");
        assertThat(numbers()).containsExactly(4, 2, 3);
        assertThat(past()).as("giving numbers ends no version").containsExactly(1);
    }

    @Test
    void aNumberIsNotGivenAgainAfterADeletion() {
        run("INSERT INTO working.bina (tucbs_no, kat_ustu) VALUES (" + ID + ", 1)");
        run("UPDATE working.bina SET kat_ustu = 2");
        run("DELETE FROM working.bina");
        run("INSERT INTO working.bina (tucbs_no, kat_ustu) VALUES (" + ID + ", 3)");
        assertThat(numbers()).containsExactly(3);
        run("UPDATE working.bina SET kat_ustu = 4");
        assertThat(numbers()).containsExactly(4);
        assertThat(past()).containsExactly(1, 2, 3);
    }

    @Test
    void manyAtOnceAreNumberedAsFewAre() {
        insertMany(1, 2000);
        assertThat(versions()).containsExactly("1: 2000");
        insertMany(2000, 3000);
        assertThat(versions()).as("one of the thousand was known").containsExactly("1: 3000", "2: 1");
        run("UPDATE working.bina SET kat_ustu = 2");
        assertThat(versions()).containsExactly("2: 2999", "3: 1", "4: 1");
        assertThat(jdbc.sql("SELECT items FROM working.change_set ORDER BY change_no")
                        .query(Long.class)
                        .list())
                .containsExactly(2000L, 1001L, 3001L);
    }

    @Test
    void manyAtOnceWithTheIdentityOfAnotherTypeAreRefused() {
        run("INSERT INTO working.park_bahce (tucbs_no) VALUES ('00000000-0000-4000-8000-000000000500')");
        assertThatThrownBy(() -> insertMany(1, 1000)).hasMessageContaining("another type");
        assertThat(versions()).isEmpty();
    }

    private void insertMany(int first, int last) {
        run("INSERT INTO working.bina (tucbs_no, kat_ustu, gecerlilik_baslangic, gecerlilik_bitis) "
                + "SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 1, make_date(" + first
                + ", 1, 1), make_date(" + last + ", 1, 1) FROM generate_series(" + first
                + ", " + last + ") i");
    }

    private List<@Nullable String> versions() {
        return jdbc.sql("SELECT surum_no || ': ' || count(*) FROM working.bina GROUP BY surum_no ORDER BY surum_no")
                .query(String.class)
                .list();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private List<@Nullable Integer> numbers() {
        return jdbc.sql("SELECT surum_no FROM working.bina WHERE tucbs_no = " + ID + " ORDER BY kat_ustu")
                .query(Integer.class)
                .list();
    }

    private List<@Nullable Integer> past() {
        return jdbc.sql("SELECT surum_no FROM working.bina_gecmis ORDER BY surum_no")
                .query(Integer.class)
                .list();
    }
}
