package tr.kentatlas.api.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.backup.CheckedArchive;
import tr.kentatlas.api.cli.backup.Restore;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.report.ConsoleProgress;

/** {@code kent restore}: an archive becomes a city again, or is only proved to be able to. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Bring a backup back as a new city, or try it out in a throw-away database.",
            "With KENT_DB_URL, the city's database is the one named there; it must be missing or empty."
        })
final class RestoreCommand implements Callable<Integer> {
    /** Where the throw-away database lives while it does. */
    private static final String SCRATCH = "restore-check";

    @ParentCommand
    private Kent kent;

    @Parameters(paramLabel = "ARCHIVE-DIR", description = "The folder ./kent backup has written.")
    private @Nullable Path folder;

    @ArgGroup(multiplicity = "1")
    private final Where where = new Where();

    @Option(names = "--verify", description = "Prove that every row is the same, not only their number.")
    private boolean verify;

    /** One of the two. */
    static final class Where {
        @Option(names = "--into", paramLabel = "NAME", description = "The new city.")
        private @Nullable String name;

        @Option(names = "--scratch", description = "Restore into a throw-away database, prove everything, drop it.")
        private boolean scratch;
    }

    @Override
    public Integer call() throws InterruptedException {
        ConsoleProgress progress = kent.progress();
        CheckedArchive archive = CheckedArchive.open(Objects.requireNonNull(folder), progress);
        if (where.scratch) {
            tryOut(archive, progress);
        } else {
            restore(archive, Objects.requireNonNull(where.name), progress);
        }
        return 0;
    }

    @SuppressWarnings("try") // held, not used
    private void restore(CheckedArchive archive, String name, ConsoleProgress progress) throws InterruptedException {
        Instance instance = Instance.of(kent.base(), name);
        Path folder = Objects.requireNonNull(this.folder);
        boolean isNew = OpenCity.isNew(kent, instance); // else it will be refused, and keeps what it knows of itself
        try (InstanceLock lock = InstanceLock.take(instance, "restore");
                CityDatabase database = new CityDatabase(instance, kent.environment())) {
            if (isNew) CitySource.restoring(instance, folder.toAbsolutePath());
            Restore.Proof proof = verify ? Restore.Proof.CONTENT : Restore.Proof.COUNTS;
            DatabaseUrl url = database.start(progress);
            archive.restore(new Restore(url), proof, progress);
            CommandAudit.record(
                    url, CommandAudit.entry("restore", folder.toAbsolutePath().toString()));
            CitySource.restore(instance, archive.source());
        }
        tell("Restored", archive, verify ? "all rows equal" : "all counts equal");
    }

    @SuppressWarnings("try") // held, not used
    private void tryOut(CheckedArchive archive, ConsoleProgress progress) throws InterruptedException {
        Instance instance = Instance.of(kent.base(), SCRATCH);
        try (InstanceLock lock = InstanceLock.take(instance, "restore --scratch")) {
            instance.cluster().remove(); // of one that was killed
            try (CityDatabase database = new CityDatabase(instance, Map.of())) {
                archive.restore(new Restore(database.start(progress)), Restore.Proof.CONTENT, progress);
            } finally {
                instance.cluster().remove();
            }
        }
        instance.removeFolder();
        tell("Proved", archive, "all rows equal");
    }

    private static void tell(String what, CheckedArchive archive, String proof) {
        System.out.printf(
                Locale.ROOT,
                "%s '%s' of %s: %d tables, %,d rows, %s.%n",
                what,
                archive.city(),
                archive.takenAt(),
                archive.tables(),
                archive.rows(),
                proof);
    }
}
