package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** A server of others gives a city what its administrator allows. */
class DatabaseRightsTest {
    private static final String ASKED = "The server's administrator runs in that database: ";

    @Test
    void whoLacksRightsIsToldTheStatementsThatGiveThem() {
        PGSimpleDataSource database = PostgisServer.shared().newDatabase();
        JdbcClient administrator = JdbcClient.create(database);
        administrator.sql("CREATE ROLE sahip LOGIN PASSWORD 'gizli'").update();
        DatabaseUrl url = new DatabaseUrl(Objects.requireNonNull(database.getUrl()), "sahip", new Secret("gizli"));
        Throwable refused = catchThrowable(() -> DatabaseTrouble.requireUsable(url));
        assertThat(refused).isInstanceOf(UserError.class).hasMessageContaining(ASKED + "CREATE EXTENSION postgis; ");
        String statements = Objects.requireNonNull(refused.getMessage())
                .substring(refused.getMessage().indexOf(ASKED) + ASKED.length());
        administrator.sql(statements).update();
        DatabaseTrouble.requireUsable(url);
        new Migrations(PostgisServer.shared().as(database, "sahip", "gizli"), 5254).migrate();
    }
}
