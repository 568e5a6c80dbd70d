package tr.kentatlas.api.cli.city;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tr.kentatlas.api.cli.instance.Instance;

/** {@code --city}: the name of the city a command works on, before or after the subcommand. */
public final class CityName {
    @Option(
            names = {"--city", "--name"},
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The city; needed where there are several.")
    private @Nullable String name;

    /** The city named, or else the only one there is, or else the one that would be the first. */
    public String name(Workplace kent) {
        return Optional.ofNullable(name).orElseGet(() -> Instance.onlyName(kent.base()));
    }
}
