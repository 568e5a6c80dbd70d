package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;

/** Records who signs out. */
@Component
final class SignOutAudit implements LogoutHandler {
    private final StaffAccounts accounts;
    private final Audit audit;

    SignOutAudit(StaffAccounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn session)
            accounts.owner(session).ifPresent(known -> record(known.staff().account(), request.getRemoteAddr()));
    }

    private void record(String account, String address) {
        audit.record(AuditEntry.change(Caller.Kind.STAFF, account, "sign_out", account)
                .with("address", address));
    }
}
