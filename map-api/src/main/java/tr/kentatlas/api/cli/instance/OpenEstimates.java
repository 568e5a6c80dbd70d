package tr.kentatlas.api.cli.instance;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostGIS answers questions about the extent of any table from its statistics. Where it is somebody else's, the city cannot close these
 * functions to the roles of its walls.
 */
public final class OpenEstimates {
    private static final String MENDING = """
            SELECT string_agg(format('REVOKE EXECUTE ON FUNCTION %1$s FROM PUBLIC; GRANT EXECUTE ON FUNCTION %1$s TO kent_desk, %2$I WITH GRANT OPTION;',
                                     p.oid::regprocedure, current_user), ' ' ORDER BY p.oid)
              FROM pg_proc p
             WHERE p.proname IN ('st_estimatedextent', '_postgis_stats', '_postgis_selectivity', '_postgis_join_selectivity',
                                 '_postgis_index_extent')
               AND has_function_privilege('public', p.oid, 'EXECUTE')
            HAVING count(*) > 0
            """;

    private OpenEstimates() {}

    /** What the operator is told; empty where nothing is open. */
    public static Optional<String> warning(DataSource owner) {
        return JdbcClient.create(owner)
                .sql(MENDING)
                .query(String.class)
                .optional()
                .map(statements ->
                        "Whoever signs in as kent_acik can learn where the city's tables lie, also those that are not public."
                                + " The server's administrator ends that in this database; where nobody may, give nobody that login: "
                                + statements);
    }
}
