package tr.kentatlas.api.cli.instance;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who gets into the city's database. Logins belong to the whole server, and PostgreSQL lets each of them into every database and make
 * temporary tables there: here only the roles of the walls, and persons to whom the database was opened by name.
 */
public final class DatabaseEntrance {
    /** Where the database is somebody else's, so is what may be done with it. Whoever edited here while it was open keeps their way in. */
    private static final String CLOSED = """
            DO $$
            DECLARE
                city text := quote_ident(current_database());
                person name;
            BEGIN
                PERFORM pg_advisory_xact_lock(hashtext('kent.entrance'));
                IF NOT EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND pg_has_role(datdba, 'USAGE')) THEN
                    RETURN;
                END IF;
                FOR person IN SELECT r.rolname FROM pg_roles r WHERE pg_has_role(r.oid, 'kent_editor', 'MEMBER') AND NOT r.rolsuper
                                 AND EXISTS (SELECT FROM working.change_set c WHERE c.made_by = r.rolname)
                                 AND has_database_privilege('public', current_database(), 'CONNECT') LOOP
                    EXECUTE format('GRANT CONNECT ON DATABASE %s TO %I', city, person);
                END LOOP;
                EXECUTE format('GRANT CONNECT ON DATABASE %s TO kent_acik, kent_yayin, kent_desk', city);
                EXECUTE format('GRANT TEMPORARY ON DATABASE %s TO kent_desk', city);
                EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %s FROM PUBLIC', city);
            END $$
            """;

    private DatabaseEntrance() {}

    /** Closes it to everybody else; the database must be migrated. */
    public static void close(DataSource owner) {
        JdbcClient.create(owner).sql(CLOSED).update();
    }
}
