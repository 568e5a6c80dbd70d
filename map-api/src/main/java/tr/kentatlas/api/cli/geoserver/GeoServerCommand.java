package tr.kentatlas.api.cli.geoserver;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tr.kentatlas.api.cli.city.CityName;
import tr.kentatlas.api.cli.city.Workplace;

/** {@code kent geoserver}: sets up the served release in a GeoServer, and checks it. */
@Command(
        name = "geoserver",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Set up the served release in a GeoServer, which then draws what is public.",
            "Publishing a release does the same by itself where KENT_GEOSERVER_URL is set."
        },
        footer = {
            "",
            "KENT_GEOSERVER_URL (http://host:8080/geoserver), KENT_GEOSERVER_USER, KENT_GEOSERVER_PASSWORD:",
            "an administrator of the GeoServer. KENT_GEOSERVER_DB_HOST and KENT_GEOSERVER_DB_PORT: the city's",
            "database as the GeoServer reaches it, where that is not the address used here.",
            "docs/geoserver.md tells what is made there."
        })
public final class GeoServerCommand implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final CityName city = new CityName();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which: plan, apply or verify?");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Show what apply would make (+), change (~) and remove (-); nothing is written.")
    int plan() {
        return steps().plan();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Make what is missing, change what differs, remove old releases. Stopped half way, it goes on at the next call.")
    int apply() {
        return steps().apply();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Read everything back, draw each layer, and tell what differs; exit code 1 if anything does.")
    int verify() {
        return steps().verify();
    }

    private GeoServerSteps steps() {
        return new GeoServerSteps(kent, city.name(kent));
    }
}
