package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityOption;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;

/** {@code kent logs}: the last lines of a city's log, or of its database's. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Show the end of a city's log (tail -f works on the file named in the first line).")
public final class Logs implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityOption city = new CityOption();

    @Option(names = "--database", description = "The database server's log instead.")
    private boolean database;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() {
        Instance instance = city.one(kent.base());
        Path log = database ? instance.cluster().log() : instance.log();
        System.out.println("==> " + log);
        end(log).forEach(System.out::println);
        return 0;
    }

    private List<String> end(Path log) {
        try {
            List<String> all = Files.readAllLines(log);
            return all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
        } catch (IOException e) {
            throw new UserError("There is no log " + log + " that can be read.", e);
        }
    }
}
