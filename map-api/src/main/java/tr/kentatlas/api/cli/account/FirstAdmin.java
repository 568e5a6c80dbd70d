package tr.kentatlas.api.cli.account;

import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.signin.Passwords;
import tr.kentatlas.api.access.signin.StaffBook;
import tr.kentatlas.api.cli.city.CommandAudit;

/** A city without staff gets one administrator, so that somebody can let the others in. */
public final class FirstAdmin {
    private static final String ACCOUNT = "admin";

    private FirstAdmin() {}

    /** What the operator must be told, once; nothing when the city has staff. */
    public static Optional<String> ensure(DataSource owner) {
        StaffBook book = new StaffBook(owner, new Passwords());
        if (!book.isEmpty()) return Optional.empty();
        Set<Role> roles = Set.of(Role.ADMIN);
        AuditEntry deed = CommandAudit.entry("staff.open", ACCOUNT).with("roles", roles.toString());
        String password =
                book.witnessed(() -> CommandAudit.record(owner, deed)).open(ACCOUNT, "Yönetici", roles, "kent up");
        return Optional.of("Desk: sign in at /desk as '" + ACCOUNT + "' with the password " + password
                + " (shown this once; ./kent user reset " + ACCOUNT + " makes another).");
    }
}
