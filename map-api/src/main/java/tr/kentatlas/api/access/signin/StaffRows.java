package tr.kentatlas.api.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the pages of the {@link StaffBook}. */
final class StaffRows {
    private static final String ALL = """
            SELECT s.staff_id, s.account, s.name, s.is_active, s.must_change, s.last_sign_in,
                   s.password IS NULL OR EXISTS (SELECT FROM access.staff_foreign f WHERE f.staff_id = s.staff_id) AS is_foreign,
                   ARRAY(SELECT role FROM access.staff_role r WHERE r.staff_id = s.staff_id ORDER BY role) AS roles
            FROM access.staff s ORDER BY s.account
            """;

    private StaffRows() {}

    static List<StaffBook.Page> all(JdbcClient jdbc) {
        return jdbc.sql(ALL).query((row, n) -> read(row)).list();
    }

    private static StaffBook.Page read(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last_sign_in", OffsetDateTime.class);
        return new StaffBook.Page(
                row.getLong("staff_id"),
                row.getString("account"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("is_active"),
                row.getBoolean("is_foreign"),
                row.getBoolean("must_change"),
                last == null ? null : last.toInstant());
    }
}
