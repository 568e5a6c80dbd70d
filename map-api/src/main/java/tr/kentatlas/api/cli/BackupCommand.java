package tr.kentatlas.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.backup.Backup;
import tr.kentatlas.api.cli.city.CityName;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.Instance;

/** {@code kent backup}: a city's whole database as one archive folder, while it is served or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Save a city's database, as one moment saw it, into a new folder NAME-TIME.",
            "The folder holds a manifest with the rows, content hashes and checksums of everything."
        })
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private Kent kent;

    @Mixin
    private final CityName city = new CityName();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to put it (default: the folder backups).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        Path parent = folder == null ? kent.base().resolve("backups") : folder;
        Instance instance = OpenCity.existing(kent, city.name(kent));
        Path archive = OpenCity.server(kent, "backup", instance, url -> {
            Path made = new Backup(instance.name(), url, CitySource.notes(instance)).into(parent, kent.progress());
            CommandAudit.record(url, CommandAudit.entry("backup", made.toString()));
            return made;
        });
        System.out.println(archive);
        return 0;
    }
}
