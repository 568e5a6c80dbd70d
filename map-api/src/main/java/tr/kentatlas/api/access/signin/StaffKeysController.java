package tr.kentatlas.api.access.signin;

import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.key.KeyLine;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.KeyWish;
import tr.kentatlas.api.access.key.NewKey;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * {@code /api/desk/account/keys}: the keys of whoever is signed in, for programs that cannot; {@code /api/desk/staff/{account}/keys}: the
 * administrator sees anybody's and revokes them. Each deed is in the audit before it stands.
 */
@RestController
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD, Role.AGREEMENTS, Role.AUDITOR})
class StaffKeysController {
    private static final int MOST_DAYS = 366;

    private final StaffKeys keys;
    private final StaffAccounts accounts;
    private final Audit audit;
    private final TransactionTemplate together;

    StaffKeysController(StaffKeys keys, StaffAccounts accounts, Audit audit, @Desk TransactionTemplate together) {
        this.keys = keys;
        this.accounts = accounts;
        this.audit = audit;
        this.together = together;
    }

    @GetMapping("/api/desk/account/keys")
    List<KeyLine> list(Staff staff) {
        return keys.list(staff.id());
    }

    @PostMapping("/api/desk/account/keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewKey make(@RequestBody KeyWish wish, Staff staff) {
        KeyText text = KeyText.random();
        Instant expires = wish.expiry(MOST_DAYS);
        done(
                staff,
                "staff.key",
                staff.account(),
                text.prefix(),
                () -> keys.add(staff.id(), text, String.valueOf(wish.label()), expires, staff.account()));
        return NewKey.of(text, expires);
    }

    @DeleteMapping("/api/desk/account/keys/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String prefix, Staff staff) {
        revoke(staff, prefix, staff);
    }

    @GetMapping("/api/desk/staff/{account}/keys")
    @Permits(Role.ADMIN)
    List<KeyLine> listOf(@PathVariable String account) {
        return keys.list(require(account).id());
    }

    @DeleteMapping("/api/desk/staff/{account}/keys/{prefix}")
    @Permits(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeOf(@PathVariable String account, @PathVariable String prefix, Staff admin) {
        revoke(require(account), prefix, admin);
    }

    private void revoke(Staff owner, String prefix, Staff person) {
        done(
                person,
                "staff.key-revoked",
                owner.account(),
                prefix,
                () -> keys.revoke(owner.id(), prefix, person.account()));
    }

    private Staff require(String account) {
        return accounts.byAccount(account)
                .map(StaffAccounts.Known::staff)
                .orElseThrow(() -> Problem.notFound(Wording.of("staff.none", account)));
    }

    private void done(Staff person, String action, String account, String prefix, Runnable work) {
        together.executeWithoutResult(status -> {
            work.run();
            audit.record(AuditEntry.deed(person, action, account).with("key", prefix));
        });
    }
}
