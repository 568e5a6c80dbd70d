package tr.kentatlas.api.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.api.cli.account.FirstAdmin;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.geoserver.GeoServerSteps;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.DatabaseEntrance;
import tr.kentatlas.api.cli.instance.DiskFull;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.instance.OpenEstimates;
import tr.kentatlas.api.cli.instance.TextOrder;
import tr.kentatlas.api.cli.instance.Walls;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.cli.load.CityOrigin;
import tr.kentatlas.api.cli.load.FirstCity;
import tr.kentatlas.api.cli.registry.RegistryBeside;
import tr.kentatlas.api.cli.registry.RegistrySteps;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.exchange.receipt.ReceiptYears;
import tr.kentatlas.api.registry.RegistrySettings;
import tr.kentatlas.spatial.ingest.ImportBook;

/** {@code kent up}: one city from nothing to a served map; Ctrl-C stops all of it again. */
@Command(
        name = Up.COMMAND,
        mixinStandardHelpOptions = true,
        description = {
            "Start a city and serve it until Ctrl-C.",
            "The first start creates its database and loads it; without --city that is a sample district."
        },
        footer = {
            "",
            "KENT_DB_URL (jdbc:postgresql://… or postgres://…, with KENT_DB_USER and KENT_DB_PASSWORD)",
            "uses an existing PostgreSQL server instead of a private one."
        })
public final class Up implements Callable<Integer> {
    static final String COMMAND = "up";

    @ParentCommand
    private Workplace house;

    @Option(
            names = "--city",
            paramLabel = "FILE|NAME",
            description = {
                "Start with a real city: an .osm.pbf, .gpkg or .geojson file; it gets a database of its own.",
                "Afterwards its name is enough."
            })
    private @Nullable Path city;

    @Option(
            names = "--name",
            description = "The name of the city to be made (default: the file's, or " + Instance.DEFAULT_NAME + ").")
    private @Nullable String name;

    @Option(names = "--port", defaultValue = "8080", description = "Serve on this port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--detach", description = "Return when the city is served, and leave it running.")
    private boolean detach;

    @Option(
            names = "--without-first-admin",
            hidden = true,
            description =
                    "Used by --detach: the starting process makes the first administrator and prints the password.")
    private boolean withoutFirstAdmin;

    @Mixin
    private final RegistryBeside registry = new RegistryBeside();

    @Override
    public Integer call() throws InterruptedException {
        Optional<CityFile> file =
                Optional.ofNullable(city).filter(path -> !isKnown(path)).map(CityFile::open);
        Instance instance = Instance.of(house.base(), instanceName(file));
        WebPort webPort = new WebPort(port);
        GeoServerSteps.check(house.environment());
        AdminKey.in(house.environment());
        requireReadable(house.environment());
        if (!registry.isWanted()) RegistrySteps.check(house.environment());
        if (detach) {
            int code = new Background(house, instance).start(webPort, file, registry.arguments());
            if (code == 0)
                OpenCity.owner(house, "up", instance.name(), FirstAdmin::ensure).ifPresent(System.out::println);
            return code;
        }
        return untilStopped(instance, file, webPort);
    }

    /** What the web server would read as late as when all else is started. */
    private static void requireReadable(Map<String, String> environment) {
        try {
            RegistrySettings.readAt(environment::get);
            ReceiptYears.in(environment::get);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + ".", e);
        }
    }

    private int untilStopped(Instance instance, Optional<CityFile> file, WebPort port) throws InterruptedException {
        OrderlyStop stop = new OrderlyStop();
        try (stop) {
            new DatabaseKeeper(serve(instance, file, port, stop)).untilInterrupted();
        } catch (RuntimeException | InterruptedException e) {
            if (!stop.isFromOutside()) {
                throw e;
            }
        }
        return 0;
    }

    private CityDatabase serve(Instance instance, Optional<CityFile> file, WebPort port, OrderlyStop stop) {
        InstanceLock lock = stop.whenDone(InstanceLock.take(instance, COMMAND));
        port.requireFree();
        DiskFull.requireRoom(instance.folder());
        file.ifPresent(f -> CitySource.claim(instance, f));
        LogFile.open(instance.log());
        ConsoleProgress progress = house.progress();
        CityDatabase database = stop.whenDone(new CityDatabase(instance, house.environment()));
        database.open(progress);
        TextOrder.warning(database.owner()).ifPresent(System.err::println);
        OpenEstimates.warning(database.owner()).ifPresent(System.err::println);
        house.setup().prepare(database.owner(), instance, file, progress);
        DatabaseEntrance.close(database.owner());
        Walls walls = stop.whenDone(database.walls());
        Map<String, Object> beside = beside(instance, database.owner(), stop, progress);
        progress.step("Starting the web server", () -> {
            ConfigurableApplicationContext web = WebServer.start(
                    port,
                    city(instance, walls, database.owner()),
                    instance.searchFolder(),
                    beside,
                    Optional.of(new WebServer.Owned(
                            CityParts.over(database.owner(), instance).publisher(),
                            GeoServerSteps.beside(house.environment(), database))));
            stop.whenDone(web);
        });
        if (!withoutFirstAdmin) FirstAdmin.ensure(database.owner()).ifPresent(System.out::println);
        System.out.println(port.url()); // before the record: whoever waits for that one reads no further
        lock.servesAt(
                port.url(), Optional.ofNullable(beside.get(RegistryBeside.URL)).map(Object::toString));
        return database;
    }

    /** Settings of what lies or was started beside the city. */
    private Map<String, Object> beside(
            Instance instance, DataSource owner, OrderlyStop stop, ConsoleProgress progress) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("kent.exchange.folder", instance.exchangeFolder().toString());
        if (registry.isWanted()) {
            progress.step(
                    "Starting the simulated address registry",
                    () -> settings.putAll(
                            RegistryBeside.settings(stop.whenDone(registry.start(instance, owner, progress)))));
        }
        return settings;
    }

    private String instanceName(Optional<CityFile> file) {
        if (name != null) return name;
        if (city == null) return Instance.DEFAULT_NAME;
        return file.map(CityFile::cityName).orElseGet(city::toString);
    }

    /** Whether it is the name of a city that is here already, and no file. */
    private boolean isKnown(Path path) {
        return !Files.isRegularFile(path)
                && Instance.list(house.base()).stream()
                        .anyMatch(known -> known.name().equals(path.toString()));
    }

    private City city(Instance instance, Walls walls, DataSource owner) {
        ImportBook imports = new ImportBook(owner);
        boolean isSample = imports.hasSample();
        return new City(
                CityOrigin.title(owner).orElse(isSample ? FirstCity.SAMPLE_NAME : instance.title()),
                new Credits(imports::attributions),
                isSample,
                walls.open(),
                walls.named(),
                walls.watched(),
                walls.desk(),
                AdminKey.in(house.environment()),
                instance.auditJournal());
    }
}
