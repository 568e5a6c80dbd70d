package tr.kentatlas.api.access.signin;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.problem.Problem;

/**
 * Takes who the provider says somebody is for a member of staff: the account is opened at the first sign-in, its roles are the claim's
 * at each. Somebody without a role, a closed account and a name that is a local account's are refused; both ways are audited.
 */
final class ForeignStaff implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provider = new OidcUserService();
    private final OidcProvider settings;
    private final StaffBook book;
    private final StaffAccounts accounts;
    private final Audit audit;

    ForeignStaff(OidcProvider settings, StaffBook book, StaffAccounts accounts, Audit audit) {
        this.settings = settings;
        this.book = book;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String account = book.foreign(settings.issuer(), subject(user)).orElseGet(() -> accountName(user));
        Optional<StaffAccounts.Known> known = known(user, account);
        record(known.isPresent() ? "sign_in" : "sign_in.refused", account);
        StaffAccounts.Known letIn = known.orElseThrow(() -> refused(account));
        accounts.signedIn(letIn.staff().id());
        return new ForeignPrincipal(letIn, request.getIdToken());
    }

    private Optional<StaffAccounts.Known> known(OidcUser user, String account) {
        Set<Role> roles = RolesClaim.read(user.getClaims(), settings.rolesClaim());
        if (roles.isEmpty()) return Optional.empty();
        try {
            enter(user, account, roles);
        } catch (Problem problem) {
            return Optional.empty();
        }
        Optional<StaffAccounts.Known> known = accounts.byAccount(account).filter(StaffAccounts.Known::isActive);
        known.ifPresent(one -> accounts.forget(one.staff().id()));
        return known;
    }

    /** An account of that name which belongs to somebody else is a conflict, never taken over. */
    private void enter(OidcUser user, String account, Set<Role> roles) {
        if (book.foreign(settings.issuer(), subject(user)).isPresent()) book.setRoles(account, roles);
        else book.openForeign(account, fullName(user, account), roles, settings.issuer(), subject(user));
    }

    private static String accountName(OidcUser user) {
        String name = Objects.requireNonNullElse(user.getPreferredUsername(), subject(user));
        return name.trim().toLowerCase(Locale.ROOT);
    }

    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject());
    }

    private static String fullName(OidcUser user, String account) {
        return Objects.requireNonNullElse(user.getFullName(), account);
    }

    private void record(String action, String account) {
        audit.record(
                AuditEntry.change(Caller.Kind.STAFF, account, action, account).with("provider", settings.issuer()));
    }

    private static OAuth2AuthenticationException refused(String account) {
        return new OAuth2AuthenticationException(
                new OAuth2Error("access_denied"), "no role or no account for " + account);
    }
}
