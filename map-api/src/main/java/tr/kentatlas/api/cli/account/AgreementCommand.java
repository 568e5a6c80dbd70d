package tr.kentatlas.api.cli.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.cli.city.CityAndPerson;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Words;

/** {@code kent agreement}: what must be possible without the desk, above all to close an agreement at once. */
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List agreements, give keys, suspend and revoke.")
public final class AgreementCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 3_660;
    private static final String NUMBER = "The agreement's, as ./kent agreement list shows it.";

    @ParentCommand
    private Workplace kent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final CityAndPerson who = new CityAndPerson();

    /** The agreements and keys of a city. */
    private record Exchange(DataSource owner, Agreements agreements, Keys keys, TransactionTemplate together) {
        static Exchange over(DataSource owner) {
            JdbcClient jdbc = JdbcClient.create(owner);
            var together = new TransactionTemplate(new JdbcTransactionManager(owner));
            return new Exchange(owner, new Agreements(jdbc, together), Keys.ofAgreements(jdbc), together);
        }

        /** Recorded once it is done and before it stands. */
        void done(AuditEntry deed, Runnable work) {
            together.executeWithoutResult(status -> {
                work.run();
                CommandAudit.record(owner, deed);
            });
        }

        Agreement require(String number) {
            return agreements
                    .findByNumber(number)
                    .orElseThrow(() -> new UserError(
                            "There is no agreement '" + number + "': ./kent agreement list names those there are."));
        }
    }

    @Override
    public Integer call() {
        throw usage("Which: list, key, suspend or revoke?");
    }

    private ParameterException usage(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }

    @Command(mixinStandardHelpOptions = true, description = "List agreements with their keys.")
    int list() {
        return run("list", exchange -> {
            List<Agreement> all = exchange.agreements().list();
            if (all.isEmpty()) System.out.println("There is no agreement yet: they are made at /desk/agreements.");
            all.forEach(agreement -> print(agreement, exchange.keys()));
            return 0;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Give a partner a key; it is shown this once.")
    int key(
            @Parameters(paramLabel = "NUMBER", description = NUMBER) String number,
            @Option(names = "--label", required = true, description = "What it is for.") String label,
            @Option(names = "--days", defaultValue = "365", description = "How long it opens; default: 365.")
                    int days) {
        if (label.isBlank()) throw usage("--label says what the key is for.");
        if (days < 1 || days > MOST_DAYS) throw usage("--days is between 1 and " + MOST_DAYS + ".");
        return run("key", exchange -> {
            Agreement agreement = exchange.require(number);
            agreement.requireNotRevoked();
            KeyText text = KeyText.random();
            Instant expires = Instant.now().plus(Duration.ofDays(days));
            exchange.done(
                    deed("key", number).with("key", text.prefix()),
                    () -> exchange.keys().add(agreement.id(), text, label, expires, who.person()));
            System.out.println(text.reveal());
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Close an agreement for now; it can be opened again at the desk.")
    int suspend(
            @Parameters(paramLabel = "NUMBER", description = NUMBER) String number,
            @Option(names = "--reason", required = true, description = "What the partner is told.") String reason) {
        return turn("suspend", number, State.SUSPENDED, reason);
    }

    @Command(mixinStandardHelpOptions = true, description = "End an agreement for good.")
    int revoke(
            @Parameters(paramLabel = "NUMBER", description = NUMBER) String number,
            @Option(names = "--reason", required = true, description = "What the partner is told.") String reason) {
        return turn("revoke", number, State.REVOKED, reason);
    }

    private int turn(String command, String number, State state, String reason) {
        return run(command, exchange -> {
            Agreements.requireReason(state, reason);
            Agreement before = exchange.require(number);
            String word = state.word();
            exchange.done(
                    deed(word, number).with("reason", reason),
                    () -> exchange.agreements().turn(before.id(), state, reason, who.person()));
            System.out.println("Agreement " + number + " is " + word + "; every channel is closed within a minute.");
            return 0;
        });
    }

    private AuditEntry deed(String what, String number) {
        return CommandAudit.entry(who.person(), "agreement." + what, number);
    }

    private static void print(Agreement agreement, Keys keys) {
        System.out.printf(
                "%-12s v%d %-9s %s..%s  %s%n",
                agreement.number(),
                agreement.version(),
                agreement.stateAt(Instant.now()).word(),
                agreement.terms().from(),
                agreement.terms().until(),
                agreement.terms().parties().partner());
        keys.list(agreement.id())
                .forEach(key -> System.out.printf(
                        "    kent_%s  %-7s until %s  %s%n",
                        key.prefix(), key.isOpenAt(Instant.now()) ? "open" : "closed", key.expiresAt(), key.label()));
    }

    private int run(String command, Function<Exchange, Integer> work) {
        try {
            return OpenCity.with(
                    kent, "agreement " + command, who.name(kent), city -> work.apply(Exchange.over(city.owner())));
        } catch (Problem refused) {
            throw new UserError(Words.ofFiles().tell(refused, Locale.ENGLISH));
        }
    }
}
