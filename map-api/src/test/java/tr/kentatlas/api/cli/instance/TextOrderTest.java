package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.testsupport.PostgisServer;

class TextOrderTest {
    @Test
    void afterAnUpgradeOfTheMachineTheOperatorIsToldToMakeTheIndexesAnew() {
        PGSimpleDataSource database = PostgisServer.shared().newDatabase();
        assertThat(TextOrder.warning(database)).isEmpty();
        JdbcClient.create(database)
                .sql("UPDATE pg_database SET datcollversion = '1.0' WHERE datname = current_database()")
                .update();
        assertThat(TextOrder.warning(database))
                .hasValueSatisfying(told -> assertThat(told)
                        .endsWith("REINDEX DATABASE %1$s; ALTER DATABASE %1$s REFRESH COLLATION VERSION;"
                                .formatted(database.getDatabaseName())));
    }
}
