package tr.kentatlas.api.access.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.store.sql.JobLock;

/**
 * The book of staff: accounts are opened, closed and given roles here, by the desk and by the command line alike. A city never loses its
 * last administrator.
 */
public final class StaffBook {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,99}");
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final Runnable witness;

    /** @param database connects as {@code kent_desk} or as the owner */
    public StaffBook(DataSource database, Passwords passwords) {
        this(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                passwords,
                () -> {});
    }

    private StaffBook(JdbcClient jdbc, TransactionTemplate transaction, Passwords passwords, Runnable witness) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.witness = witness;
    }

    /** The same book; what is changed in it is told to {@code witness} before it stands: what it cannot record does not happen. */
    public StaffBook witnessed(Runnable teller) {
        return new StaffBook(jdbc, transaction, passwords, teller);
    }

    /** An account as the book has it; {@code isForeign}: it signs in elsewhere and has no password here. */
    public record Page(
            long id,
            String account,
            String name,
            List<String> roles,
            boolean isActive,
            boolean isForeign,
            boolean mustChange,
            @Nullable Instant lastSignIn) {}

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM access.staff)")
                .query(Boolean.class)
                .single();
    }

    public List<Page> list() {
        return StaffRows.all(jdbc);
    }

    public Optional<Page> find(String account) {
        return list().stream().filter(page -> page.account().equals(account)).findFirst();
    }

    /** Opens an account and gives it a password, which is told here only. */
    public String open(String account, String name, Set<Role> roles, String by) {
        requireNames(account, name);
        String password = Passwords.random();
        change(() -> insert(account, name, passwords.hash(password), roles, by));
        return password;
    }

    /** Opens an account that signs in elsewhere; it belongs to one subject there for ever. */
    void openForeign(String account, String name, Set<Role> roles, String issuer, String subject) {
        requireNames(account, name);
        change(() -> {
            insert(account, name, null, roles, issuer);
            jdbc.sql("INSERT INTO access.staff_foreign (staff_id, issuer, subject)"
                            + " SELECT staff_id, ?, ? FROM access.staff WHERE account = ?")
                    .params(issuer, subject, account)
                    .update();
        });
    }

    /** The account of somebody who signs in elsewhere, whatever they are called there today. */
    Optional<String> foreign(String issuer, String subject) {
        return jdbc.sql("SELECT account FROM access.staff JOIN access.staff_foreign USING (staff_id)"
                        + " WHERE issuer = ? AND subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
    }

    /** A new password, told here only; the account's sessions end. */
    public String reset(String account) {
        Page page = require(account);
        if (page.isForeign()) throw Problem.conflict(Wording.of("staff.foreign", account));
        String password = Passwords.random();
        change(() -> {
            setPassword(page.id(), password, true);
            LockOut.open(jdbc, account);
        });
        return password;
    }

    /** The owner chooses a password; all other sessions end. */
    void choosePassword(long id, String account, String password) {
        Passwords.require(password, account);
        setPassword(id, password, false);
    }

    public void setRoles(String account, Set<Role> roles) {
        Page page = require(account);
        change(() -> {
            lockAdministrators();
            jdbc.sql("DELETE FROM access.staff_role WHERE staff_id = ?")
                    .param(page.id())
                    .update();
            give(page.id(), roles);
            requireAnAdministrator();
        });
    }

    /** Closes an account: it cannot sign in, its sessions end, and it stays in the book. */
    public void close(String account) {
        long id = require(account).id();
        change(() -> setActive(id, false));
    }

    /** Opens an account again, also one that wrong passwords have locked out. */
    public void reopen(String account) {
        long id = require(account).id();
        change(() -> {
            setActive(id, true);
            LockOut.open(jdbc, account);
        });
    }

    private void change(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            witness.run();
        });
    }

    private Page require(String account) {
        return find(account).orElseThrow(() -> Problem.notFound(Wording.of("staff.none", account)));
    }

    private void insert(String account, String name, @Nullable String hash, Set<Role> roles, String by) {
        try {
            long id = jdbc.sql("INSERT INTO access.staff (account, name, password, must_change, created_by)"
                            + " VALUES (?, ?, ?, ?, ?) RETURNING staff_id")
                    .params(Arrays.asList(account, name, hash, hash != null, by))
                    .query(Long.class)
                    .single();
            give(id, roles);
        } catch (DuplicateKeyException e) {
            throw Problem.conflict(Wording.of("staff.exists", account));
        }
    }

    private void give(long id, Set<Role> roles) {
        for (Role role : roles)
            jdbc.sql("INSERT INTO access.staff_role (staff_id, role) VALUES (?, ?)")
                    .params(id, role.word())
                    .update();
    }

    private void setPassword(long id, String password, boolean mustChange) {
        jdbc.sql("UPDATE access.staff SET password = ?, must_change = ?, epoch = epoch + 1 WHERE staff_id = ?")
                .params(passwords.hash(password), mustChange, id)
                .update();
    }

    private void setActive(long id, boolean isActive) {
        lockAdministrators();
        jdbc.sql("UPDATE access.staff SET is_active = ?, epoch = epoch + 1 WHERE staff_id = ?")
                .params(isActive, id)
                .update();
        requireAnAdministrator();
    }

    /** Two administrators must not remove each other at the same moment. */
    private void lockAdministrators() {
        JobLock.await(jdbc, "access.staff");
    }

    private void requireAnAdministrator() {
        boolean has = jdbc.sql("SELECT EXISTS (SELECT FROM access.staff JOIN access.staff_role USING (staff_id)"
                        + " WHERE is_active AND role = 'admin')")
                .query(Boolean.class)
                .single();
        if (!has) throw Problem.conflict(Wording.of("staff.last-administrator"));
    }

    private static void requireNames(String account, String name) {
        Faults faults = new Faults();
        if (!ACCOUNT.matcher(account).matches()) faults.add("account", "staff.account");
        if (name.isBlank() || name.length() > LONGEST_NAME) faults.add("name", "staff.name", LONGEST_NAME);
        faults.settle();
    }
}
