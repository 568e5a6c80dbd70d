package tr.kentatlas.api.exchange.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The keys of all agreements; their texts are not among what is kept. */
public final class Keys {
    private static final String SELECT =
            "SELECT key_id, agreement_id, prefix, hash, label, made_at, expires_at, revoked_at FROM exchange.agreement_key";

    private final JdbcClient desk;

    /** @param desk reads and writes as {@code kent_desk} */
    public Keys(JdbcClient desk) {
        this.desk = desk;
    }

    /** Makes a key and gives its text, which cannot be had again. */
    public KeyText make(long agreement, String label, Instant expiresAt, String person) {
        KeyText text = KeyText.random();
        add(agreement, text, label, expiresAt, person);
        return text;
    }

    /** Keeps a key, of whose text nothing but its beginning and its hash is kept. */
    public void add(long agreement, KeyText text, String label, Instant expiresAt, String person) {
        desk.sql("INSERT INTO exchange.agreement_key (agreement_id, prefix, hash, label, made_by, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(agreement, text.prefix(), text.hash(), label, person, expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a key at once and for good; ending it again changes nothing. */
    public void revoke(long agreement, String prefix, String person) {
        int found = desk.sql("UPDATE exchange.agreement_key SET revoked_at = coalesce(revoked_at, now()),"
                        + " revoked_by = coalesce(revoked_by, ?) WHERE agreement_id = ? AND prefix = ?")
                .params(person, agreement, prefix)
                .update();
        if (found == 0) throw Problem.notFound(Wording.of("agreement.no-key", prefix));
    }

    /** Newest first. */
    public List<PartnerKey> list(long agreement) {
        return desk.sql(SELECT + " WHERE agreement_id = ? ORDER BY key_id DESC")
                .param(agreement)
                .query((row, n) -> key(row))
                .list();
    }

    public List<PartnerKey> list() {
        return desk.sql(SELECT).query((row, n) -> key(row)).list();
    }

    private static PartnerKey key(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new PartnerKey(
                row.getLong("key_id"),
                row.getLong("agreement_id"),
                row.getString("prefix"),
                row.getBytes("hash"),
                row.getString("label"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
