package tr.kentatlas.api.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.BearerKeys;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.StaffGrants;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.KeyLine;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * The keys staff make for programs that cannot sign in. One opens what its owner would see at the desk; that it was revoked, and whatever
 * changes of its owner, counts within five seconds on every node.
 */
@Component
final class StaffKeys implements BearerKeys {
    /** Open ones of one person. */
    private static final int MOST = 20;

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    /** A provider does not tell who left: their keys rest when they have not been let in there for so long. */
    private static final Duration UNSEEN = Duration.ofDays(30);

    private final Keys keys;
    private final StaffAccounts accounts;
    private final StaffGrants grants;
    private final Cache<String, Optional<KeptKey>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    StaffKeys(@Desk JdbcClient desk, StaffAccounts accounts, StaffGrants grants) {
        this.keys = Keys.ofStaff(desk);
        this.accounts = accounts;
        this.grants = grants;
    }

    @Override
    public Optional<Caller> find(String token) {
        return KeyText.parse(token)
                .flatMap(text -> known.get(text.prefix(), keys::find).filter(key -> key.matches(text)))
                .map(this::admitted);
    }

    /** Newest first. */
    List<KeyLine> list(long staff) {
        return keys.list(staff).stream().map(KeyLine::of).toList();
    }

    /** Keeps a key of somebody who has not too many. */
    void add(long staff, KeyText text, String label, Instant expires, String account) {
        Instant now = Instant.now();
        if (keys.list(staff).stream().filter(key -> key.isOpenAt(now)).count() >= MOST)
            throw Problem.conflict(Wording.of("access.keys", MOST));
        keys.add(staff, text, label, expires, account);
        known.invalidate(text.prefix());
    }

    /** On this node at once. */
    void revoke(long staff, String prefix, String person) {
        keys.revoke(staff, prefix, person);
        known.invalidate(prefix);
    }

    private Caller admitted(KeptKey key) {
        Instant now = Instant.now();
        key.requireOpenAt(now);
        StaffAccounts.Known owner = accounts.of(key.owner())
                .filter(StaffAccounts.Known::isActive)
                .orElseThrow(() -> Problem.forbidden(Wording.of("access.key-closed")));
        if (owner.staff().roles().isEmpty()) throw Problem.forbidden(Wording.of("access.key-roleless"));
        if (owner.mustChange()) throw Problem.forbidden(Wording.of("access.own-password"));
        if (owner.isUnseen(now.minus(UNSEEN))) throw Problem.forbidden(Wording.of("access.key-rests", UNSEEN.toDays()));
        return grants.caller(owner.staff(), owner.staff().account() + " kent_" + key.prefix());
    }
}
