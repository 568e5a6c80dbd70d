package tr.kentatlas.api.access.signin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** {@code /api/desk/staff}: the administrator opens and closes accounts and gives roles; each change is in the audit before it stands. */
@RestController
@RequestMapping("/api/desk/staff")
@Permits(Role.ADMIN)
class StaffController {
    private final StaffBook book;
    private final StaffAccounts accounts;
    private final Audit audit;

    StaffController(StaffBook book, StaffAccounts accounts, Audit audit) {
        this.book = book;
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping
    List<StaffBook.Page> list() {
        return book.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody Opening opening, Staff admin) {
        Set<Role> roles = roles(opening.roles());
        String account = Objects.requireNonNullElse(opening.account(), "");
        String name = Objects.requireNonNullElse(opening.name(), "");
        return new Opened(
                witnessed(admin, "staff.open", account, roles.toString()).open(account, name, roles, admin.account()));
    }

    @PostMapping("/{account}/reset")
    Opened reset(@PathVariable String account, Staff admin) {
        String password = witnessed(admin, "staff.reset", account, "").reset(account);
        forget(account);
        return new Opened(password);
    }

    @PutMapping("/{account}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void roles(@PathVariable String account, @RequestBody List<String> codes, Staff admin) {
        Set<Role> roles = roles(codes);
        witnessed(admin, "staff.roles", account, roles.toString()).setRoles(account, roles);
        forget(account);
    }

    @PostMapping("/{account}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String account, Staff admin) {
        witnessed(admin, "staff.close", account, "").close(account);
        forget(account);
    }

    @PostMapping("/{account}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable String account, Staff admin) {
        witnessed(admin, "staff.reopen", account, "").reopen(account);
        forget(account);
    }

    private void forget(String account) {
        book.find(account).ifPresent(page -> accounts.forget(page.id()));
    }

    private StaffBook witnessed(Staff admin, String action, String account, String roles) {
        AuditEntry entry = AuditEntry.deed(admin, action, account);
        return book.witnessed(() -> audit.record(roles.isEmpty() ? entry : entry.with("roles", roles)));
    }

    private static Set<Role> roles(@Nullable List<String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        try {
            if (codes != null) codes.stream().map(Role::of).forEach(roles::add);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("roles", Wording.of("staff.roles", codes(Role.values())));
        }
        return roles;
    }

    private static String codes(Role... roles) {
        return String.join(", ", Arrays.stream(roles).map(Role::word).toList());
    }

    /** What a new account is to be. */
    record Opening(
            @Nullable String account,
            @Nullable String name,
            @Nullable List<String> roles) {}

    /** The password, told this once. */
    record Opened(String password) {
        @Override
        public String toString() {
            return "***";
        }
    }
}
