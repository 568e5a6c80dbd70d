package tr.kentatlas.api.access.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The keys of all agreements, or of all staff; their texts are not among what is kept. */
public final class Keys {
    private final JdbcClient desk;
    private final String table;
    private final String owner;

    private Keys(JdbcClient desk, String table, String owner) {
        this.desk = desk;
        this.table = table;
        this.owner = owner;
    }

    /**
     * Those of partners.
     *
     * @param desk reads and writes as {@code kent_desk}
     */
    public static Keys ofAgreements(JdbcClient desk) {
        return new Keys(desk, "exchange.agreement_key", "agreement_id");
    }

    /**
     * Those of staff.
     *
     * @param desk reads and writes as {@code kent_desk}
     */
    public static Keys ofStaff(JdbcClient desk) {
        return new Keys(desk, "access.staff_key", "staff_id");
    }

    /** Makes a key and gives its text, which cannot be had again. */
    public KeyText make(long ownerId, String label, Instant expiresAt, String person) {
        KeyText text = KeyText.random();
        add(ownerId, text, label, expiresAt, person);
        return text;
    }

    /** Keeps a key, of whose text nothing but its beginning and its hash is kept. */
    public void add(long ownerId, KeyText text, String label, Instant expiresAt, String person) {
        desk.sql("INSERT INTO " + table + " (" + owner + ", prefix, hash, label, made_by, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(ownerId, text.prefix(), text.hash(), label, person, expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a key at once and for good; ending it again changes nothing. */
    public void revoke(long ownerId, String prefix, String person) {
        int found = desk.sql("UPDATE " + table + " SET revoked_at = coalesce(revoked_at, now()),"
                        + " revoked_by = coalesce(revoked_by, ?) WHERE " + owner + " = ? AND prefix = ?")
                .params(person, ownerId, prefix)
                .update();
        if (found == 0) throw Problem.notFound(Wording.of("access.no-key", prefix));
    }

    /** Newest first. */
    public List<KeptKey> list(long ownerId) {
        return desk.sql(select() + " WHERE " + owner + " = ? ORDER BY key_id DESC")
                .param(ownerId)
                .query((row, n) -> key(row))
                .list();
    }

    public List<KeptKey> list() {
        return desk.sql(select()).query((row, n) -> key(row)).list();
    }

    public Optional<KeptKey> find(String prefix) {
        return desk.sql(select() + " WHERE prefix = ?")
                .param(prefix)
                .query((row, n) -> key(row))
                .optional();
    }

    private String select() {
        return "SELECT key_id, " + owner + " AS owner_id, prefix, hash, label, made_at, expires_at, revoked_at FROM "
                + table;
    }

    private static KeptKey key(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new KeptKey(
                row.getLong("key_id"),
                row.getLong("owner_id"),
                row.getString("prefix"),
                row.getBytes("hash"),
                row.getString("label"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
