package tr.kentatlas.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.InventedSeed;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** {@code kent registry}: what there is around the national address registry. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        subcommands = RegistryCommand.Simulator.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The national address registry.")
final class RegistryCommand {
    @ParentCommand
    private @Nullable Kent kent;

    /** {@code kent registry simulator}: the simulated registry by itself, until Ctrl-C. */
    @Command(
            name = "simulator",
            mixinStandardHelpOptions = true,
            description = {
                "Run the simulated registry until Ctrl-C: SOAP at /adres-kayit, faults and journal at /control.",
                "Its contract is provisional; it knows an invented district, or what a city here has."
            })
    static final class Simulator implements Callable<Integer> {
        @ParentCommand
        private @Nullable RegistryCommand registry;

        @Option(
                names = "--port",
                defaultValue = RegistryBeside.PORT,
                description = "Listen on this port of loopback (default: ${DEFAULT-VALUE}).")
        private int port;

        @Option(names = "--seed", defaultValue = "1", description = "Another seed, other codes (default: 1).")
        private long seed;

        @Option(
                names = "--city",
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
                System.out.println(simulator.address());
                new CountDownLatch(1).await();
            }
            return 0;
        }

        private RegistrySimulator start(SimulatorOptions options) {
            String name = city;
            if (name == null) {
                return RegistryBeside.start(options, InventedSeed.of(seed));
            }
            Kent kent = Objects.requireNonNull(Objects.requireNonNull(registry).kent);
            Instance instance = OpenCity.existing(kent, name);
            return OpenCity.owner(
                    kent,
                    "registry",
                    instance.name(),
                    owner -> RegistryBeside.start(options, CitySeed.of(owner, neighbourhoods)));
        }
    }
}
