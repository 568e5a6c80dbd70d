package tr.kentatlas.api.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;

/** Finds accounts: for signing in, and at every request of a session, where a change counts within five seconds on every node. */
@Component
final class StaffAccounts {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String SELECT = """
            SELECT staff_id, account, name, password, must_change, is_active, epoch, last_sign_in,
                   ARRAY(SELECT role FROM access.staff_role r WHERE r.staff_id = s.staff_id) AS roles
            FROM access.staff s WHERE\s""";

    private final JdbcClient desk;
    private final Cache<Long, Optional<Known>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    StaffAccounts(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /** An account as it is now; one without a password signs in elsewhere. */
    record Known(
            Staff staff,
            @Nullable String password,
            boolean mustChange,
            boolean isActive,
            int epoch,
            @Nullable Instant lastSignIn) {
        /** Whether the account signs in elsewhere and has not done so since. */
        boolean isUnseen(Instant since) {
            return password == null && (lastSignIn == null || lastSignIn.isBefore(since));
        }
    }

    Optional<Known> byAccount(String account) {
        return desk.sql(SELECT + "account = ?")
                .param(account)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Who owns a session; empty when it has ended by a changed password or a closed account. */
    Optional<Known> owner(SignedIn session) {
        return of(session.staffId()).filter(k -> k.isActive() && k.epoch() == session.epoch());
    }

    /** An account as it was known within the last seconds. */
    Optional<Known> of(long id) {
        return known.get(id, this::byId);
    }

    Optional<Known> byId(long id) {
        return desk.sql(SELECT + "staff_id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** A change on this node counts at once. */
    void forget(long id) {
        known.invalidate(id);
    }

    void signedIn(long id) {
        desk.sql("UPDATE access.staff SET last_sign_in = now() WHERE staff_id = ?")
                .param(id)
                .update();
    }

    private static Known read(ResultSet row) throws SQLException {
        Staff staff = new Staff(row.getLong(1), row.getString(2), row.getString(3), roles(row.getArray(9)));
        OffsetDateTime last = row.getObject(8, OffsetDateTime.class);
        return new Known(
                staff,
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getInt(7),
                last == null ? null : last.toInstant());
    }

    private static Set<Role> roles(Array array) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) array.getArray()).map(Role::of).forEach(roles::add);
        return roles;
    }
}
