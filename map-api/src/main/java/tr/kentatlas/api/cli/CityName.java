package tr.kentatlas.api.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tr.kentatlas.api.cli.instance.Instance;

/** {@code --city}: the name of the city a command works on, before or after the subcommand. */
final class CityName {
    @Option(
            names = {"--city", "--name"},
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = Instance.DEFAULT_NAME,
            description = "The city (default: ${DEFAULT-VALUE}).")
    private String name = Instance.DEFAULT_NAME;

    String name() {
        return name;
    }
}
