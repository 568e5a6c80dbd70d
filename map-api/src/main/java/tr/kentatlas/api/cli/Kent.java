package tr.kentatlas.api.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import tr.kentatlas.api.city.Program;
import tr.kentatlas.api.cli.account.AgreementCommand;
import tr.kentatlas.api.cli.account.UserCommand;
import tr.kentatlas.api.cli.city.CitySetup;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.geoserver.GeoServerCommand;
import tr.kentatlas.api.cli.load.FirstCity;
import tr.kentatlas.api.cli.load.ImportCommand;
import tr.kentatlas.api.cli.load.SampleCommand;
import tr.kentatlas.api.cli.registry.RegistryCommand;
import tr.kentatlas.api.cli.release.ReleaseCommand;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.api.cli.serve.Down;
import tr.kentatlas.api.cli.serve.Logs;
import tr.kentatlas.api.cli.serve.Reset;
import tr.kentatlas.api.cli.serve.Status;
import tr.kentatlas.api.cli.serve.Up;

/** The one command-line program; {@code ./kent} starts it. */
@Command(
        name = "./kent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Reset.class,
            ReleaseCommand.class,
            AgreementCommand.class,
            BackupCommand.class,
            GeoServerCommand.class,
            ImportCommand.class,
            SampleCommand.class,
            RegistryCommand.class,
            RestoreCommand.class,
            UserCommand.class,
            Version.class
        },
        description = "Kentatlas, the city's spatial service.")
public final class Kent implements Workplace {
    /** Held, or what is set here is forgotten. Its hints on how Java could be started do not belong between bars of progress. */
    private static final Logger SEARCH_LIBRARY = Logger.getLogger("org.apache.lucene");

    private final CitySetup setup;
    private final Map<String, String> environment;

    @Option(
            names = "--data",
            hidden = true,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${sys:kent.data:-.kent}")
    private Path data = Path.of(".kent");

    Kent(CitySetup setup, Map<String, String> environment) {
        this.setup = setup;
        this.environment = environment;
    }

    public static void main(String[] args) {
        // Names of Turkish places must survive a terminal whose locale is C.
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        SEARCH_LIBRARY.setLevel(Level.SEVERE);
        System.exit(commandLine(new Kent(new FirstCity(), System.getenv())).execute(args));
    }

    static CommandLine commandLine(Kent kent) {
        return versioned(new CommandLine(kent))
                .registerConverter(LocalDate.class, Kent::day)
                .setExecutionExceptionHandler(
                        (failure, line, parsed) -> Failure.tell(failure, kent.base(), line.getErr()))
                .setParameterExceptionHandler((failure, args) -> Failure.tellUsage(failure))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** Every command tells the program's version. */
    private static CommandLine versioned(CommandLine line) {
        line.getCommandSpec().version("Kentatlas " + Program.version());
        line.getSubcommands().values().forEach(Kent::versioned);
        return line;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day: write it like 2026-11-03");
        }
    }

    @Override
    public Path base() {
        return data.toAbsolutePath().normalize();
    }

    @Override
    public CitySetup setup() {
        return setup;
    }

    @Override
    public Class<?> program() {
        return Kent.class;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /** {@code ./kent} knows whether the error stream is a terminal. */
    @Override
    public ConsoleProgress progress() {
        return new ConsoleProgress(
                System.err,
                Boolean.getBoolean("kent.tty") ? ConsoleProgress.Style.TERMINAL : ConsoleProgress.Style.PLAIN_LINES);
    }
}
