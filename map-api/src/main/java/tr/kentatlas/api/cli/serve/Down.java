package tr.kentatlas.api.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityOption;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.instance.RunRecord;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.PrivateCluster;

/** {@code kent down}: stops exactly what {@code kent up} started. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Stop the cities that were started here (or the one named) and their databases.",
            "A city that another command is working on is stopped only when it is named."
        })
public final class Down implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityOption city = new CityOption();

    @Override
    public Integer call() throws InterruptedException {
        Path base = kent.base();
        boolean isNamed = city.named(base).isPresent();
        boolean found = false;
        for (Instance instance : city.all(base)) {
            found |= (!isNamed && isLeftAlone(instance)) || stop(instance);
        }
        if (!found) {
            System.out.println("Nothing is running.");
        }
        return 0;
    }

    /** What works on a city and does not serve it is stopped by name only: it may be hours of work. */
    private static boolean isLeftAlone(Instance instance) {
        Optional<RunRecord> work =
                RunRecord.find(instance).filter(run -> !run.command().equals(Up.COMMAND));
        work.ifPresent(run -> System.out.println("Left alone: kent " + run.command() + " (process " + run.pid()
                + ") is working on '" + instance.name() + "'; ./kent down --city " + instance.name() + " ends it."));
        return work.isPresent();
    }

    private static boolean stop(Instance instance) throws InterruptedException {
        Optional<RunRecord> run = RunRecord.find(instance);
        Optional<ProcessHandle> process = run.flatMap(RunRecord::process);
        if (process.isPresent()) {
            end(instance, process.get());
        }
        boolean leftOver = stopLeftOverDatabase(instance);
        if (process.isPresent() || leftOver) {
            System.out.println("Stopped '" + instance.name() + "'.");
        }
        return process.isPresent() || leftOver;
    }

    private static void end(Instance instance, ProcessHandle process) throws InterruptedException {
        if (!process.destroy()) {
            throw new UserError("No permission to stop the city '" + instance.name() + "' (process " + process.pid()
                    + "): it was started by another user.");
        }
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new UserError(
                    "The city '" + instance.name() + "' (process " + process.pid() + ") has not stopped after "
                            + PATIENCE.toSeconds() + " seconds.",
                    e);
        }
    }

    /** The database of a process that was killed is still there. */
    @SuppressWarnings("try") // held, not used
    private static boolean stopLeftOverDatabase(Instance instance) {
        if (instance.cluster().status() != PrivateCluster.Status.RUNNING) {
            return false;
        }
        try (InstanceLock lock = InstanceLock.take(instance, "down")) {
            instance.cluster().stop();
            return true;
        }
    }
}
