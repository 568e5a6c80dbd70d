package tr.kentatlas.api.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.signin.Passwords;
import tr.kentatlas.api.access.signin.StaffBook;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Words;

/** {@code kent user}: the book of staff from the command line, whether the city is being served or not. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Open, list, reset and lock the accounts of staff.")
final class UserCommand {
    @ParentCommand
    private @Nullable Kent kent;

    @Mixin
    private final CityName city = new CityName();

    @Command(mixinStandardHelpOptions = true, description = "Open an account; its password is shown once.")
    int add(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Option(names = "--full-name", required = true, description = "The person's name.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            description =
                                    "viewer, planner, editor, numbering," + " steward, agreements, auditor, admin")
                    List<Role> roles) {
        String password = run("add", account, book -> book.open(account, name, set(roles), CommandAudit.user()));
        System.out.println(
                "Account " + account + ", password (shown once, to be changed at first sign-in): " + password);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "List the accounts.")
    int list() {
        run("list", "", StaffBook::list)
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
    int reset(@Parameters(paramLabel = "ACCOUNT") String account) {
        System.out.println("New password (shown once): " + run("reset", account, book -> book.reset(account)));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Close an account; its sessions end.")
    int lock(@Parameters(paramLabel = "ACCOUNT") String account) {
        return done("lock", account, book -> book.close(account), "Closed " + account + ".");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Open an account again that is closed, or locked out by wrong passwords.")
    int unlock(@Parameters(paramLabel = "ACCOUNT") String account) {
        return done("unlock", account, book -> book.reopen(account), "Opened " + account + ".");
    }

    @Command(mixinStandardHelpOptions = true, description = "Set an account's roles.")
    int roles(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Parameters(paramLabel = "ROLE", arity = "0..*", split = ",") @Nullable List<Role> roles) {
        return done(
                "roles",
                account,
                book -> book.setRoles(account, set(roles == null ? List.of() : roles)),
                "Roles are set.");
    }

    private int done(String command, String account, java.util.function.Consumer<StaffBook> work, String message) {
        run(command, account, book -> {
            work.accept(book);
            return 0;
        });
        System.out.println(message);
        return 0;
    }

    /** What changes an account is recorded before it is done. */
    private <T> T run(String command, String account, Function<StaffBook, T> work) {
        Kent house = Objects.requireNonNull(kent);
        OpenCity.existing(house, city.name());
        try {
            return OpenCity.owner(house, "user " + command, city.name(), owner -> {
                if (!account.isEmpty())
                    CommandAudit.record(owner, System.getProperty("user.name", ""), "staff." + command, account);
                return work.apply(new StaffBook(owner, new Passwords()));
            });
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
