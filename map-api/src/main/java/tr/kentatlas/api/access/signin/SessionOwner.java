package tr.kentatlas.api.access.signin;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;

/** Who owns the session of the request at hand. */
@Component
final class SessionOwner {
    private final StaffAccounts accounts;

    SessionOwner(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    Optional<Staff> staff() {
        return known().map(StaffAccounts.Known::staff);
    }

    Optional<StaffAccounts.Known> known() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn session))
            return Optional.empty();
        return accounts.owner(session);
    }
}
