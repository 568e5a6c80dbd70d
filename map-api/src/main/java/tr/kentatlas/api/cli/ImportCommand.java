package tr.kentatlas.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;

/** {@code kent import}: files into a city's working data; nothing is served before it is released. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Load files into the working data: .osm.pbf, GeoPackage (.gpkg) and GeoJSON (.geojson).",
            "Each file gets in whole or not at all; the same file twice changes nothing.",
            "A new city is made in the CRS its first file asks for.",
            "What is imported is served after ./kent release draft, check, approve and publish."
        })
final class ImportCommand implements Callable<Integer> {
    private static final String REJECTS =
            "SELECT type, key, attribute, reason FROM ingest.reject WHERE import_no = ? ORDER BY type, key, reason";

    @ParentCommand
    private @Nullable Kent kent;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "What to load, in this order.")
    private List<Path> files = List.of();

    @Mixin
    private final CityName city = new CityName();

    @Option(names = "--type", description = "Feature type of a GeoJSON file that does not tell it.")
    private @Nullable String type;

    @Option(names = "--by", paramLabel = "PERSON", defaultValue = "${sys:user.name}", description = "Who does it.")
    private String person = "";

    @Option(names = "--rejects", paramLabel = "N", description = "Print what import N rejected, as JSON lines.")
    private @Nullable Long rejects;

    @Override
    public Integer call() {
        if (rejects != null) return printRejects(rejects);
        if (files.isEmpty()) throw new UserError("Which file? ./kent import FILE... (./kent import --help tells more)");
        Model model = ModelReader.read();
        try {
            List<FeatureSource> sources =
                    files.stream().map(file -> Sources.open(file, model, type)).toList();
            OpenCity.owner(Objects.requireNonNull(kent), "import", city.name(), owner -> load(owner, sources));
            return 0;
        } catch (BrokenSourceException e) {
            throw new UserError("Nothing of it was imported: " + e.getMessage() + ".", e);
        }
    }

    private int load(javax.sql.DataSource owner, List<FeatureSource> sources) {
        Kent kent = Objects.requireNonNull(this.kent);
        var progress = kent.progress();
        Instance instance = Instance.of(kent.base(), city.name());
        for (FeatureSource source : sources) {
            House house = FirstCity.migrate(owner, instance, () -> storageCrs(source), progress);
            ImportReport report = house.importer().run(source, person, progress);
            ImportWords.print(report, System.out);
            if (report.rejected() + report.unreadable() > 0) {
                System.out.println("What was rejected and why: ./kent import --city " + city.name() + " --rejects "
                        + report.importNo());
            }
        }
        return sources.size();
    }

    /** Where the source lies decides; one that cannot tell is in a CRS to be kept. */
    private static int storageCrs(FeatureSource source) {
        return source.extent().map(StorageCrs::forExtent).orElseGet(source::srid);
    }

    private int printRejects(long importNo) {
        JsonMapper json = JsonMapper.builder().build();
        OpenCity.existing(Objects.requireNonNull(kent), city.name());
        return OpenCity.owner(kent, "import", city.name(), owner -> {
            JdbcClient.create(owner).sql(REJECTS).param(importNo).query(row -> {
                Map<String, @Nullable String> line = new LinkedHashMap<>();
                for (String column : List.of("type", "key", "attribute", "reason")) {
                    if (row.getString(column) != null) line.put(column, row.getString(column));
                }
                System.out.println(json.writeValueAsString(line));
            });
            return 0;
        });
    }
}
