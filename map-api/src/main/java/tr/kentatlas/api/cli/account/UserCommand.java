package tr.kentatlas.api.cli.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.signin.Passwords;
import tr.kentatlas.api.access.signin.StaffBook;
import tr.kentatlas.api.cli.city.CityName;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Words;

/** {@code kent user}: the book of staff from the command line, whether the city is being served or not. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Open, list, reset and lock the accounts of staff.")
public final class UserCommand {
    private static final String ACCOUNT = "Its name, as ./kent user list shows it.";
    private static final String ROLES = "viewer, planner, editor, numbering, steward, agreements, auditor, admin";

    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityName city = new CityName();

    @Command(mixinStandardHelpOptions = true, description = "Open an account; its password is shown once.")
    int add(
            @Parameters(paramLabel = "ACCOUNT", description = "Its name, like ayse.yilmaz.") String account,
            @Option(names = "--full-name", required = true, description = "The person's name.") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, split = ",", description = ROLES)
                    List<Role> roles) {
        Set<Role> granted = set(roles);
        AuditEntry deed = deed("open", account).with("roles", granted.toString());
        String password = change("add", deed, book -> book.open(account, name, granted, CommandAudit.user()));
        System.out.println(
                "Account " + account + ", password (shown once, to be changed at first sign-in): " + password);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "List the accounts.")
    int list() {
        run("list", StaffBook::list)
                .forEach(page -> System.out.printf(
                        Locale.ROOT,
                        "%-24s %-8s %-40s %s%n",
                        page.account(),
                        page.isActive() ? "open" : "closed",
                        String.join(",", page.roles()),
                        page.name()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Give an account a new password, shown once; its sessions end.")
    int reset(@Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account) {
        System.out.println(
                "New password (shown once): " + change("reset", deed("reset", account), book -> book.reset(account)));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Close an account; its sessions end.")
    int lock(@Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account) {
        return done("lock", deed("close", account), book -> book.close(account), "Closed " + account + ".");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Open an account again that is closed, or locked out by wrong passwords.")
    int unlock(@Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account) {
        return done("unlock", deed("reopen", account), book -> book.reopen(account), "Opened " + account + ".");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Set an account's roles; without any, all are taken from it.")
    int roles(
            @Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account,
            @Parameters(paramLabel = "ROLE", arity = "0..*", split = ",", description = ROLES) @Nullable
                    List<Role> roles) {
        Set<Role> granted = set(roles == null ? List.of() : roles);
        AuditEntry deed = deed("roles", account).with("roles", granted.toString());
        return done("roles", deed, book -> book.setRoles(account, granted), "Roles are set.");
    }

    private int done(String command, AuditEntry deed, Consumer<StaffBook> work, String message) {
        change(command, deed, book -> {
            work.accept(book);
            return 0;
        });
        System.out.println(message);
        return 0;
    }

    /** By the words the desk has for it, so that the audit is asked for both at once. */
    private static AuditEntry deed(String action, String account) {
        return CommandAudit.entry("staff." + action, account);
    }

    /** What changes an account is in the audit before it stands. */
    private <T> T change(String command, AuditEntry deed, Function<StaffBook, T> work) {
        return owner(
                command,
                owner -> work.apply(
                        new StaffBook(owner, new Passwords()).witnessed(() -> CommandAudit.record(owner, deed))));
    }

    private <T> T run(String command, Function<StaffBook, T> work) {
        return owner(command, owner -> work.apply(new StaffBook(owner, new Passwords())));
    }

    private <T> T owner(String command, Function<DataSource, T> work) {
        try {
            return OpenCity.tables(kent, "user " + command, city.name(kent), work);
        } catch (Problem problem) {
            throw new UserError(Words.ofFiles().tell(problem, Locale.ENGLISH));
        }
    }

    private static Set<Role> set(List<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles);
        return set;
    }
}
