package tr.kentatlas.api.cli.city;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --city} and {@code --by}: which city a command works on and who answers for it, before or after the subcommand. */
public final class CityAndPerson {
    @Mixin
    private final CityName city = new CityName();

    @Option(
            names = "--by",
            scope = ScopeType.INHERIT,
            paramLabel = "PERSON",
            defaultValue = "${sys:user.name}",
            description = "Who does it.")
    private String person = "";

    public String name(Workplace kent) {
        return city.name(kent);
    }

    public String person() {
        return person;
    }
}
