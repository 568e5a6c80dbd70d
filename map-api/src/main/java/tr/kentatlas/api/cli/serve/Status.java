package tr.kentatlas.api.cli.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityOption;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.RunRecord;
import tr.kentatlas.cluster.PrivateCluster;

/** {@code kent status}: which cities there are, which run and where. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "List the cities of this folder: which run, where, and their databases.")
public final class Status implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityOption city = new CityOption();

    @Override
    public Integer call() {
        List<Instance> all = city.all(kent.base());
        if (all.isEmpty()) {
            System.out.println("No city was started here yet: ./kent up");
        }
        all.forEach(instance -> System.out.println(line(instance)));
        return 0;
    }

    private static String line(Instance instance) {
        return String.format(Locale.ROOT, "%-20s %s; %s", instance.name(), web(instance), database(instance));
    }

    private static String web(Instance instance) {
        Optional<RunRecord> run = RunRecord.find(instance);
        return run.map(r -> r.address()
                        .map(url -> "running at " + url + " (process " + r.pid() + ")")
                        .orElse("busy: kent " + r.command() + " (process " + r.pid() + ")"))
                .orElse("stopped");
    }

    private static String database(Instance instance) {
        PrivateCluster cluster = instance.cluster();
        return switch (cluster.status()) {
            case MISSING -> "no database of its own";
            case STOPPED -> "database stopped";
            case RUNNING -> "database on 127.0.0.1:" + cluster.address().port();
        };
    }
}
