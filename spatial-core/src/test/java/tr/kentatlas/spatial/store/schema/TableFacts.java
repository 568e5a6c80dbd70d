package tr.kentatlas.spatial.store.schema;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a table of the working data has besides columns and their types, a sentence each: defaults, constraints, indexes, triggers, rights. */
final class TableFacts {
    private static final String FACTS = """
            WITH t AS (SELECT c.* FROM pg_class c WHERE c.relnamespace = 'working'::regnamespace AND c.relname IN (:type, :type || '_gecmis')),
                 a AS (SELECT t.relname, a.* FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped)
            SELECT concat_ws(' ', a.relname, a.attname, 'is filled with', pg_get_expr(d.adbin, d.adrelid), a.attidentity,
                             CASE WHEN a.attnotnull THEN 'and never empty' END)
              FROM a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            UNION ALL SELECT t.relname || ' constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
              FROM t JOIN pg_constraint c ON c.conrelid = t.oid
            UNION ALL SELECT 'index ' || pg_get_indexdef(i.indexrelid) FROM t JOIN pg_index i ON i.indrelid = t.oid
            UNION ALL SELECT pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text FROM t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
            UNION ALL SELECT concat_ws(' ', 'grant', r.privilege_type, 'on', t.relname, 'to', r.grantee::regrole)
              FROM t CROSS JOIN LATERAL aclexplode(t.relacl) r
            UNION ALL SELECT concat_ws(' ', 'grant', r.privilege_type, 'of', a.attname, 'on', a.relname, 'to', r.grantee::regrole)
              FROM a CROSS JOIN LATERAL aclexplode(a.attacl) r
            UNION ALL SELECT 'comment on ' || t.relname || ': ' || obj_description(t.oid) FROM t
            ORDER BY 1
            """;

    private TableFacts() {}

    /** Of a type's table and of its history. */
    static List<String> of(String type, JdbcClient jdbc) {
        return jdbc.sql(FACTS)
                .param("type", type)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
