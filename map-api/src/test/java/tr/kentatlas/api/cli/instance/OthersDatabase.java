package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** A database on a server of others: its owner is no superuser and has what the administrator gave. */
public record OthersDatabase(JdbcClient administrator, PGSimpleDataSource owner, DatabaseUrl url) {
    static final String ASKED = "The server's administrator runs in that database: ";

    private static final String OWNER = "sahip";
    private static final String PASSWORD = "gizli";

    /** Nothing is in it, and its user has no rights in it. */
    static OthersDatabase bare() {
        PostgisServer server = PostgisServer.shared();
        PGSimpleDataSource database = server.newDatabase();
        JdbcClient administrator = JdbcClient.create(server.as(
                database, server.address().user(), server.address().password().reveal()));
        administrator
                .sql("DO $$ BEGIN CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD
                        + "'; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$")
                .update();
        return new OthersDatabase(
                administrator,
                server.as(database, OWNER, PASSWORD),
                new DatabaseUrl(Objects.requireNonNull(database.getUrl()), OWNER, new Secret(PASSWORD)));
    }

    /** The administrator has run what its owner was told. */
    public static OthersDatabase prepared() {
        OthersDatabase database = bare();
        String told = Objects.requireNonNull(
                catchThrowableOfType(UserError.class, () -> DatabaseTrouble.requireUsable(database.url))
                        .getMessage());
        database.administrator
                .sql(told.substring(told.indexOf(ASKED) + ASKED.length()))
                .update();
        DatabaseTrouble.requireUsable(database.url);
        return database;
    }

    /** An empty city. */
    static OthersDatabase migrated() {
        OthersDatabase database = prepared();
        new Migrations(database.owner, 5254).migrate();
        return database;
    }
}
