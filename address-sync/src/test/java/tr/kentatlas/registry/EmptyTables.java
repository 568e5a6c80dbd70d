package tr.kentatlas.registry;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a city and its registry, emptied for another run in the same database. */
final class EmptyTables {
    private EmptyTables() {}

    /** Deletes every row but the one the numbering of changes locks, without triggers, which would keep it as history; by a connection of its own, since this makes one forget its plans. */
    static void in(DataSource server) {
        JdbcClient.create(server).sql("""
                        DO $$
                        DECLARE filled text;
                        BEGIN
                            SET LOCAL session_replication_role = replica;
                            FOR filled IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                                           WHERE schemaname IN ('working', 'registry') AND tablename <> 'change_turn' LOOP
                                EXECUTE 'DELETE FROM ' || filled;
                            END LOOP;
                        END $$
                        """).update();
    }
}
