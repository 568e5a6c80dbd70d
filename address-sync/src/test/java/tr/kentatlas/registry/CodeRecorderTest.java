package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.match.CodeRecorder;

/** Codes come into the city's data by portions: eight doors, three at a time. */
class CodeRecorderTest extends RegisteredCity {
    @BeforeEach
    void noDoorKnowsItsCode() {
        city.jdbc.sql("UPDATE working.numarataj SET numarataj_kodu = NULL").update();
    }

    @Test
    void aPortionIsOneChangeOfWhoeverAskedForIt() {
        long before = city.count("working.change_set");
        new CodeRecorder(sync.store, 3).run(Sync.BY, () -> false);
        assertThat(missing()).isZero();
        assertThat(city.count("working.change_set") - before).isEqualTo(3);
        assertThat(city.count(
                        "working.numarataj d JOIN registry.link k ON k.object = d.tucbs_no AND k.code = d.numarataj_kodu"
                                + " WHERE d.degistiren = ?",
                        Sync.BY))
                .isEqualTo(8);
    }

    @Test
    void itStopsBetweenTwoPortionsAndGoesOnTheNextTime() {
        new CodeRecorder(sync.store, 3).run(Sync.BY, () -> missing() < 8);
        assertThat(missing()).isEqualTo(5);
        new CodeRecorder(sync.store, 3).run(Sync.BY, () -> false);
        assertThat(missing()).isZero();
    }

    @Test
    void aLevelIsReadOnceForManyPortions() {
        new CodeRecorder(sync.store, 3).run(Sync.BY, () -> {
            if (missing() == 5) {
                city.jdbc.sql("""
                        UPDATE working.numarataj SET numarataj_kodu = NULL
                         WHERE row_no = (SELECT min(row_no) FROM working.numarataj WHERE numarataj_kodu IS NOT NULL)
                        """).update();
            }
            return false;
        });
        assertThat(missing()).as("what was read and written before").isEqualTo(1);
    }

    @Test
    void whatSomebodyElseChangesMeanwhileIsNotWaitedFor() throws SQLException {
        try (Connection other = city.server.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("UPDATE working.numarataj SET kapi_no = '99' WHERE kapi_no = '1'");
            new CodeRecorder(sync.store, 3).run(Sync.BY, () -> false);
            assertThat(missing()).isEqualTo(1);
            other.commit();
        }
        new CodeRecorder(sync.store, 3).run(Sync.BY, () -> false);
        assertThat(missing()).isZero();
    }

    private long missing() {
        return city.count("working.numarataj WHERE numarataj_kodu IS NULL");
    }
}
