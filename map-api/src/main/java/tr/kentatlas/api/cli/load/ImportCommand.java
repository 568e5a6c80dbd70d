package tr.kentatlas.api.cli.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.cli.city.CityName;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.Edits;
import tr.kentatlas.spatial.ingest.EditsInTheWay;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.ImportBook;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.ingest.WorkingDataInUse;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;

/** {@code kent import}: files into a city's working data; nothing is served before it is released. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Load files into the working data: .osm.pbf, GeoPackage (.gpkg) and GeoJSON (.geojson).",
            "Each file gets in whole or not at all; the same file twice changes nothing.",
            "One that would undo what was edited here since is refused, unless you say what shall count.",
            "A new city is made in the CRS its first file asks for.",
            "What is imported is served after ./kent release draft, check, approve and publish."
        })
public final class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "What to load, in this order.")
    private List<Path> files = List.of();

    @Mixin
    private final CityName city = new CityName();

    @Option(names = "--type", description = "Feature type of a GeoJSON file that does not tell it.")
    private @Nullable String type;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = {
                "What features without a tucbsNo are known by, together with their key in the file;",
                "give later deliveries of the same data one name (default: the file's, up to its first dot)."
            })
    private @Nullable String dataset;

    @Option(names = "--by", paramLabel = "PERSON", defaultValue = "${sys:user.name}", description = "Who does it.")
    private String person = "";

    @Option(
            names = "--keep-edits",
            description = "Leave objects that were edited or deleted here since they were imported as they are.")
    private boolean keepEdits;

    @Option(names = "--overwrite-edits", description = "Let the file overwrite them; what was known is in the history.")
    private boolean overwriteEdits;

    @Option(names = "--rejects", paramLabel = "N", description = "Print what import N rejected, as JSON lines.")
    private @Nullable Long rejects;

    @Override
    public Integer call() {
        if (rejects != null) return printRejects(rejects);
        if (files.isEmpty()) throw usage("Which file? ./kent import FILE...");
        if (keepEdits && overwriteEdits) throw usage("Either --keep-edits or --overwrite-edits.");
        if (dataset != null && files.size() > 1)
            throw usage(
                    "--dataset names one delivery: two files may use one key for different objects, so give one at a time.");
        Model model = ModelReader.read();
        try {
            List<FeatureSource> sources = files.stream()
                    .map(file -> Sources.open(file, model, type, dataset))
                    .toList();
            String name = city.name(kent);
            return OpenCity.owner(kent, "import", name, owner -> load(owner, Instance.of(kent.base(), name), sources));
        } catch (BrokenSourceException e) {
            throw new UserError("Nothing of it was imported: " + e.getMessage() + ".", e);
        }
    }

    private ParameterException usage(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }

    /** 1 when there is a file of which nothing could be taken. */
    private int load(DataSource owner, Instance instance, List<FeatureSource> sources) {
        Progress progress = kent.progress();
        int code = 0;
        for (FeatureSource source : sources) {
            CityParts house = FirstCity.migrate(owner, instance, () -> storageCrs(source), progress);
            requireNear(house, instance, source);
            ImportReport report = take(house, source, progress);
            CommandAudit.record(owner, deed(report));
            ImportWords.print(report, System.out);
            ImportWords.printDoubles(report, type -> rows(owner, type), System.out);
            if (report.rejected() + report.unreadable() + report.kept() > 0) {
                System.out.println("Which records, and why: ./kent import --city " + instance.name() + " --rejects "
                        + report.importNo());
            }
            if (ImportWords.isNothingTaken(report)) {
                System.err.println("Nothing of " + source.name() + " was taken: every record was rejected.");
                code = 1;
            }
        }
        return code;
    }

    private static long rows(DataSource owner, String type) {
        return JdbcClient.create(owner)
                .sql("SELECT count(*) FROM working." + type)
                .query(Long.class)
                .single();
    }

    /** Whether the zone a city got from a file of which nothing was taken is right for the first one that is. */
    private static void requireNear(CityParts house, Instance instance, FeatureSource source) {
        if (!new ImportBook(house.owner()).isEmpty()) return;
        int wanted = storageCrs(source);
        if (StorageCrs.fits(house.srid(), wanted)) return;
        throw new UserError("Nothing of it was imported: the city '" + instance.name() + "' is stored in EPSG:"
                + house.srid()
                + ", and " + source.name() + " lies where EPSG:" + wanted + " is right. Nothing was ever imported here:"
                + " begin anew with ./kent reset --city " + instance.name()
                + ", or import it into another city (--city NAME).");
    }

    private ImportReport take(CityParts house, FeatureSource source, Progress progress) {
        try {
            return house.importer().run(source, person, edits(), progress);
        } catch (EditsInTheWay e) {
            throw new UserError(ImportWords.refusal(source.name(), e), e);
        } catch (WorkingDataInUse e) {
            throw new UserError(ImportWords.inUse(source.name(), e), e);
        }
    }

    /** Who gave the city this file; what it changed, its change set tells, too. */
    private AuditEntry deed(ImportReport report) {
        String number = Long.toString(report.importNo());
        return CommandAudit.entry(person, "import", number)
                .with("source", report.source())
                .with("edits", edits().word())
                .withLayers(report.types().keySet())
                .counting(report.types().values().stream()
                        .mapToLong(counts -> counts.inserted() + counts.changed())
                        .sum());
    }

    private Edits edits() {
        return overwriteEdits ? Edits.OVERWRITE : keepEdits ? Edits.KEEP : Edits.REFUSE;
    }

    /** Where the source lies decides; one that cannot tell is in a CRS to be kept. */
    private static int storageCrs(FeatureSource source) {
        return source.extent().map(StorageCrs::forExtent).orElseGet(source::srid);
    }

    private int printRejects(long importNo) {
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        return OpenCity.tables(kent, "import", city.name(kent), owner -> {
            ImportBook imports = new ImportBook(owner);
            if (!imports.has(importNo)) throw new UserError("There is no import " + importNo + ".");
            CommandAudit.record(owner, CommandAudit.entry(person, "read.rejects", Long.toString(importNo)));
            imports.rejects(importNo, reject -> System.out.println(json.writeValueAsString(reject)));
            return 0;
        });
    }
}
