package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.store.RegistryBusy;

/** Runs wait for one another; people are told, and nobody waits for the counting of tables. */
class TurnsTest extends RegisteredCity {
    private static final String TAKEN = "SELECT pg_advisory_xact_lock(hashtext('registry.sync'))";

    @Test
    void whoDecidesDuringAComparisonIsToldSo() throws SQLException {
        city.jdbc.sql("UPDATE working.bina SET kat_ustu = 7").update();
        Conflict open = sync.compared().getFirst();
        try (Connection comparing = held(TAKEN)) {
            assertThatThrownBy(() -> ignore(open)).isInstanceOf(RegistryBusy.class);
            comparing.rollback();
        }
        ignore(open);
        assertThat(sync.open()).doesNotContain(open);
    }

    private void ignore(Conflict conflict) {
        sync.verdicts.decide(conflict.number(), new Verdict.Ignore(null, "saha"), Sync.BY, () -> {});
    }

    @Test
    void aTableThatSomebodyHoldsIsNotCounted() throws SQLException {
        UUID building = city.jdbc
                .sql("SELECT bina FROM working.numarataj LIMIT 1")
                .query(UUID.class)
                .single();
        city.jdbc
                .sql("UPDATE pg_class SET reltuples = -1 WHERE oid = 'working.numarataj'::regclass")
                .update();
        try (Connection importing = held("LOCK TABLE working.numarataj IN SHARE UPDATE EXCLUSIVE MODE")) {
            city.edit("bina", building, "kat_ustu", 7);
            assertThat(sync.compared()).hasSize(1);
            importing.rollback();
        }
    }

    private Connection held(String sql) throws SQLException {
        Connection holder = city.server.getConnection();
        holder.setAutoCommit(false);
        holder.createStatement().execute(sql);
        return holder;
    }
}
