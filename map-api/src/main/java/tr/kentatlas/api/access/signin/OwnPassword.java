package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Lets staff choose their password. A wrong current one counts towards the lock-out like a failed sign-in. */
@Component
final class OwnPassword {
    private final StaffAccounts accounts;
    private final StaffBook book;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final Audit audit;

    OwnPassword(StaffAccounts accounts, StaffBook book, Passwords passwords, LockOut lockOut, Audit audit) {
        this.accounts = accounts;
        this.book = book;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.audit = audit;
    }

    /** Changes it; all sessions of the account end but this one, which gets a new number. */
    void change(Staff staff, String current, String next, HttpServletRequest request, HttpServletResponse response) {
        requireCurrent(staff, current, request.getRemoteAddr());
        Passwords.require(next, staff.account());
        if (next.equals(current)) throw Problem.invalid("password", "staff.same-password");
        audit.record(AuditEntry.deed(staff, "staff.password", staff.account()));
        book.choosePassword(staff.id(), staff.account(), next);
        accounts.forget(staff.id());
        goOn(accounts.byId(staff.id()).orElseThrow(), request, response);
    }

    private void requireCurrent(Staff staff, String current, String address) {
        lockOut.attempt(staff.account(), address).ifPresent(OwnPassword::locked);
        String hash =
                accounts.byId(staff.id()).map(StaffAccounts.Known::password).orElse(null);
        if (passwords.matches(current, hash)) {
            lockOut.succeeded(staff.account(), address);
            return;
        }
        lockOut.failed(staff.account(), address).ifPresent(OwnPassword::locked);
        throw Problem.forbidden(Wording.of("staff.wrong-password"));
    }

    private static void locked(Instant until) {
        throw Problem.tooMany(Wording.of("staff.too-many-attempts"), Duration.between(Instant.now(), until));
    }

    private static void goOn(StaffAccounts.Known known, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new PasswordPrincipal(known.staff().id(), known.epoch()), null, List.of()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
