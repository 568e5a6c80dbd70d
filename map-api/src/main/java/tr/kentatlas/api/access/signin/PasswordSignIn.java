package tr.kentatlas.api.access.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;

/** Checks account and password. Whether an account exists cannot be told from the answer, nor from how long it took. */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    private static final int LONGEST_ACCOUNT = 100;

    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final Audit audit;

    PasswordSignIn(StaffAccounts accounts, Passwords passwords, LockOut lockOut, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = account(attempt);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        lockOut.attempt(account, address).ifPresent(until -> {
            throw new SignInLocked(until);
        });
        Optional<StaffAccounts.Known> found = accounts.byAccount(account);
        boolean right = passwords.matches(
                String.valueOf(attempt.getCredentials()),
                found.map(StaffAccounts.Known::password).orElse(null));
        StaffAccounts.Known known =
                found.filter(k -> right && k.isActive()).orElseThrow(() -> refused(account, address));
        lockOut.succeeded(account, address);
        accounts.signedIn(known.staff().id());
        record("sign_in", account, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                new PasswordPrincipal(known.staff().id(), known.epoch()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private RuntimeException refused(String account, String address) {
        record("sign_in.refused", account, address);
        Optional<Instant> until = lockOut.failed(account, address);
        if (until.isEmpty()) return new BadCredentialsException("account or password is wrong");
        record("sign_in.locked", account, address);
        return new SignInLocked(until.get());
    }

    private void record(String action, String account, String address) {
        audit.record(
                AuditEntry.change(Caller.Kind.STAFF, account, action, account).with("address", address));
    }

    private static String account(Authentication attempt) {
        String text = attempt.getName().trim().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST_ACCOUNT ? text : text.substring(0, LONGEST_ACCOUNT);
    }
}
