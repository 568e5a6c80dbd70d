package tr.kentatlas.api.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tr.kentatlas.api.cli.instance.Instance;

/** {@code --city} and {@code --by}: which city a command works on and who answers for it, before or after the subcommand. */
final class CityAndPerson {
    @Option(
            names = {"--city", "--name"},
            scope = ScopeType.INHERIT,
            defaultValue = Instance.DEFAULT_NAME,
            description = "The city (default: ${DEFAULT-VALUE}).")
    private String name = Instance.DEFAULT_NAME;

    @Option(
            names = "--by",
            scope = ScopeType.INHERIT,
            paramLabel = "PERSON",
            defaultValue = "${sys:user.name}",
            description = "Who does it.")
    private String person = "";

    String name() {
        return name;
    }

    String person() {
        return person;
    }
}
