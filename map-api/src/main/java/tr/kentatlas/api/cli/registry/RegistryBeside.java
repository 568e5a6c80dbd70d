package tr.kentatlas.api.cli.registry;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import picocli.CommandLine.Option;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.RunRecord;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.KeptSeed;
import tr.kentatlas.registry.simulator.RegistryBook;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;
import tr.kentatlas.spatial.progress.Progress;

/** {@code --with-registry}: the simulated national address registry beside a city, on a port of its own, stopped with it. */
public final class RegistryBeside {
    static final String PORT = "8090";
    /** The setting that tells the service where its registry is. */
    public static final String URL = "kent.registry.url";

    @Option(
            names = "--with-registry",
            description = "Start a simulated national address registry beside the city, made from its data.")
    private boolean wanted;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = PORT,
            description = "The simulated registry's port (default: ${DEFAULT-VALUE}).")
    private int port;

    /** What a shell needs to use the simulated registry at an address; who it lets in is fixed and no secret. */
    static String export(String address) {
        SimulatorOptions known = SimulatorOptions.onPort(0);
        return "export KENT_REGISTRY_URL=" + address + " KENT_REGISTRY_USER=" + known.user()
                + " KENT_REGISTRY_PASSWORD=" + known.password();
    }

    /** How to use the one beside a city: where it is, or else where it will be unless another port is named. */
    static String hint(Instance instance) {
        return RunRecord.find(instance)
                .flatMap(RunRecord::registry)
                .map(address -> "For the simulated one that runs beside the city: " + export(address))
                .orElseGet(() -> "For the simulated one of ./kent up --with-registry, on its usual port: "
                        + export("http://localhost:" + PORT + "/adres-kayit"));
    }

    public boolean isWanted() {
        return wanted;
    }

    /** The same wish for the program that is started in the background. */
    public List<String> arguments() {
        return wanted ? List.of("--with-registry", "--registry-port", Integer.toString(port)) : List.of();
    }

    /** Starts it over what it held when it was stopped; the first time over the city's data. */
    public RegistrySimulator start(Instance instance, DataSource owner, Progress progress) {
        Consumer<RegistryBook> seed =
                KeptSeed.in(instance.folder().resolve("registry.seed"), CitySeed.telling(owner, List.of(), progress));
        return start(SimulatorOptions.onPort(port).keeping(instance.folder().resolve("registry.writes")), seed);
    }

    static RegistrySimulator start(SimulatorOptions options, Consumer<RegistryBook> seed) {
        try {
            return RegistrySimulator.start(options, seed);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException) {
                throw new UserError(
                        "Port " + options.port()
                                + " of the simulated registry is taken by another program: choose another one (up --registry-port, or simulator --port).",
                        e);
            }
            throw e;
        }
    }

    /** What tells the service to use it. */
    public static Map<String, Object> settings(RegistrySimulator simulator) {
        SimulatorOptions known = SimulatorOptions.onPort(0);
        return Map.of(
                URL,
                simulator.address().toString(),
                "kent.registry.user",
                known.user(),
                "kent.registry.password",
                known.password());
    }
}
