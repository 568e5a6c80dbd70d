package tr.kentatlas.api.cli.registry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityAndPerson;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.registry.Choices;
import tr.kentatlas.registry.AddressSync.Reading;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.InventedSeed;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;
import tr.kentatlas.registry.store.Neighbourhoods;
import tr.kentatlas.registry.store.RegistryStore;

/** {@code kent registry}: what there is around the national address registry. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        subcommands = RegistryCommand.Simulator.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The national address registry.")
public final class RegistryCommand {
    private static final int MOST_LISTED = 10_000;
    private static final String OUTBOX_STATES =
            "queued, sent, uncertain, acked, by-hand, entered, verified, rejected or cancelled";

    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityAndPerson who = new CityAndPerson();

    @Command(
            mixinStandardHelpOptions = true,
            description = "Read what the registry holds; goes on where it was stopped.")
    int pull(
            @Option(names = "--neighbourhood", paramLabel = "CODE", description = "Only these (repeatable).") @Nullable
                    List<Long> codes,
            @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description = "Not from its service but from its export, CSV files in this folder.")
                    @Nullable
                    Path export,
            @Option(names = "--whole", description = "From the first page, whatever has changed.") boolean whole,
            @Option(names = "--allow", paramLabel = "CODE", description = "Take over a reading that was held back.")
                    @Nullable
                    Long allowed,
            @Option(names = "--reason", description = "With --allow: why; kept with the reading.") @Nullable
                    String reason) {
        if (allowed != null) return steps().allow(allowed, reason == null ? "" : reason);
        return steps().pull(export, codes == null ? List.of() : codes, whole ? Reading.WHOLE : Reading.CHANGED);
    }

    @Command(mixinStandardHelpOptions = true, description = "Show what a reading that was held back would end.")
    int held(@Parameters(paramLabel = "CODE", description = "Of this neighbourhood.") long neighbourhood) {
        return steps().held(neighbourhood);
    }

    @Command(mixinStandardHelpOptions = true, description = "Link what belongs together and find what disagrees.")
    int compare() {
        return steps().compare();
    }

    @Command(mixinStandardHelpOptions = true, description = "Send the outbox, parents first.")
    int push() {
        return steps().push();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Match rates by neighbourhood and level.",
                "Left out: ours that cannot be compared, such as a door without a number or a side of a road."
            })
    int status() {
        return steps().status();
    }

    @Command(mixinStandardHelpOptions = true, description = "List open conflicts.")
    int conflicts(
            @Option(
                            names = "--kind",
                            description = {
                                "C03 only there, C04 only here, C11 contents differ, C15 retired there and active here,",
                                "C16 two here for one there, C17 one here for two there, C22 changed there while sending."
                            })
                    @Nullable
                    String kind,
            @Option(names = "--level", description = "street, building, door or unit.") @Nullable Level level,
            @Option(names = "--neighbourhood", paramLabel = "CODE") @Nullable Long neighbourhood,
            @Option(names = "--after", defaultValue = "0", description = "After this number.") long after,
            @Option(names = "--limit", defaultValue = "50") int limit) {
        requireLimit(limit);
        ConflictKind known = known("kind", kind, Choices.KINDS);
        return steps().conflicts(new Conflicts.Query(known, level, neighbourhood, null, after, limit));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "List messages to the registry, the latest first, with what each waits for.")
    int outbox(
            @Option(names = "--state", description = "One of " + OUTBOX_STATES + ".") @Nullable String state,
            @Option(names = "--limit", defaultValue = "50") int limit) {
        MessageState known = known("state", state, Choices.STATES);
        requireLimit(limit);
        return steps().outbox(known, limit);
    }

    private static <T> @Nullable T known(String name, @Nullable String word, Choices<T> choices) {
        if (word == null) return null;
        return choices.find(word)
                .orElseThrow(() ->
                        new UserError("There is no " + name + " '" + word + "': use one of " + choices.told() + "."));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_LISTED) throw new UserError("--limit is between 1 and " + MOST_LISTED + ".");
    }

    @Command(mixinStandardHelpOptions = true, description = "Decide conflicts.")
    int resolve(
            @Parameters(paramLabel = "NUMBER", arity = "1..*") List<Long> numbers,
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "VERDICT",
                            description = {
                                "accept-remote: the city's data follow. C03: it is added here; C04, C15: it is ended"
                                        + " here; C11, C22: the registry's values are taken.",
                                "send-local: the registry is told. C03: its row is retired there; C04, C15: ours is"
                                        + " added there; C11, C22: its row is changed to ours.",
                                "link: the two belong together; --local or --code names the other one.",
                                "ignore: it stays as it is, until it changes or --until is over."
                            })
                    String word,
            @Option(names = "--reason", required = true, description = "Why; kept with the verdict.") String reason,
            @Option(names = "--local", paramLabel = "UUID", description = "link: the city's object.") @Nullable
                    UUID local,
            @Option(names = "--code", description = "link: the registry's row.") @Nullable Long code,
            @Option(names = "--until", paramLabel = "DAY", description = "ignore: the last day of that.") @Nullable
                    LocalDate until) {
        return steps().resolve(
                        numbers,
                        Verdict.parse(word, reason, local, code, until)
                                .orElseThrow(() -> new UserError("'" + word
                                        + "' is no verdict: use accept-remote, send-local, link or ignore.")));
    }

    @Command(
            name = "take-back",
            mixinStandardHelpOptions = true,
            description = {
                "Neither send these messages nor have them typed in: those that wait, and those that are with people.",
                "The next comparison finds again what they were about."
            })
    int takeBack(
            @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As the outbox lists them.")
                    List<Long> messages,
            @Option(names = "--reason", required = true, description = "Why; kept with the message.") String reason) {
        if (reason.isBlank()) throw new UserError("--reason says why a message is taken back.");
        return steps().takeBack(messages, reason);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "These messages were typed in: they leave the work list, and the next reading shows them or not.")
    int entered(
            @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As the work list has them.")
                    List<Long> messages) {
        return steps().entered(messages);
    }

    @Command(mixinStandardHelpOptions = true, description = "Write what must be typed in by hand as CSV.")
    int worklist(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--take", description = "Hand the waiting messages to people: the push leaves them alone.")
                    boolean takes) {
        return steps().worklist(file, takes);
    }

    private RegistrySteps steps() {
        return new RegistrySteps(kent, who.name(kent), who.person());
    }

    /** {@code kent registry simulator}: the simulated registry by itself, until Ctrl-C. */
    @Command(
            name = "simulator",
            mixinStandardHelpOptions = true,
            description = {
                "Run the simulated registry until Ctrl-C: SOAP at /adres-kayit, faults and journal at /control.",
                "Its contract is provisional; it knows an invented district, or what a city here has.",
                "Prints what './kent registry' needs to be told to use it."
            })
    static final class Simulator implements Callable<Integer> {
        @ParentCommand
        private RegistryCommand registry;

        @Option(
                names = "--port",
                defaultValue = RegistryBeside.PORT,
                description = "Listen on this port of loopback (default: ${DEFAULT-VALUE}).")
        private int port;

        @Option(names = "--seed", defaultValue = "1", description = "Another seed, other codes (default: 1).")
        private long seed;

        @Option(
                names = "--from",
                paramLabel = "NAME",
                description = "Begin with the doors, roads, buildings and units of a city here.")
        private @Nullable String city;

        @Option(
                names = "--neighbourhood",
                paramLabel = "CODE",
                description = "Of the city take these neighbourhoods only (repeatable).")
        private List<Long> neighbourhoods = List.of();

        @Option(names = "--keep", paramLabel = "FILE", description = "Keep what was written in this file.")
        private @Nullable Path keep;

        @Override
        public Integer call() throws InterruptedException {
            SimulatorOptions plain = SimulatorOptions.onPort(port).withSeed(seed);
            SimulatorOptions options =
                    Optional.ofNullable(keep).map(plain::keeping).orElse(plain);
            try (RegistrySimulator simulator = start(options)) {
                // Who it lets in is fixed and no secret; a real registry's password never leaves the environment.
                System.out.println(RegistryBeside.export(simulator.address().toString()));
                new CountDownLatch(1).await();
            }
            return 0;
        }

        private RegistrySimulator start(SimulatorOptions options) {
            String name = city;
            if (name == null) {
                return RegistryBeside.start(options, InventedSeed.of(seed));
            }
            Workplace kent = registry.kent;
            Instance instance = OpenCity.existing(kent, name);
            return OpenCity.owner(kent, "registry", instance.name(), owner -> {
                KnownPlaces.require(neighbourhoods, new Neighbourhoods(new RegistryStore(owner)).all());
                return RegistryBeside.start(options, CitySeed.telling(owner, neighbourhoods, kent.progress()));
            });
        }
    }
}
