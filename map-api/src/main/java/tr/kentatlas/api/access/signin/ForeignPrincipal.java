package tr.kentatlas.api.access.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** The owner of a session that began at the organisation's own sign-in. */
final class ForeignPrincipal extends DefaultOidcUser implements SignedIn {
    private static final long serialVersionUID = 1;

    private final long staffId;
    private final int epoch;

    ForeignPrincipal(StaffAccounts.Known known, OidcIdToken token) {
        super(Set.of(), token);
        this.staffId = known.staff().id();
        this.epoch = known.epoch();
    }

    @Override
    public long staffId() {
        return staffId;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    /** Two sessions of one account are equal, whatever their tokens. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForeignPrincipal one && one.staffId == staffId && one.epoch == epoch;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(staffId);
    }
}
