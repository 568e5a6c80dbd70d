package tr.kentatlas.api.cli.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityName;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.Edits;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.WorkingDataInUse;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.GeoJsonCity;
import tr.kentatlas.spatial.sample.PlantedDefect;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

/** {@code kent sample}: an invented city as GeoJSON files to look at or load elsewhere, or into a city's working data. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Write an invented city, the same for the same size and seed, as GeoJSON with the official names.",
            "A folder gets one file per feature type; a file ending with .geojsonl gets one feature a line."
        })
public final class SampleCommand implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Parameters(paramLabel = "SIZE", description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Size size;

    @Option(names = "--seed", defaultValue = "1923", description = "Another seed, another city (default: 1923).")
    private long seed;

    @Option(
            names = "--defects",
            description = {
                "With a known list of mistakes, for trying the rules.",
                "At the end each is printed: the rule that must find it, type, identity and what is wrong."
            })
    private boolean defects;

    @Option(names = "--out", paramLabel = "FILE|DIR", description = "Where to write (default: sample-SIZE-SEED).")
    private @Nullable Path out;

    @Option(names = "--load", description = "Load it into the working data of a city instead.")
    private boolean load;

    @Mixin
    private final CityName target = new CityName();

    @Override
    public Integer call() throws IOException {
        SampleCity clean = SampleCity.of(Objects.requireNonNull(size), seed);
        SampleCity city = defects ? clean.withDefects() : clean;
        Progress progress = kent.progress();
        if (load) load(city, progress);
        else write(city, progress);
        city.plantedDefects().forEach(SampleCommand::print);
        return 0;
    }

    private static void print(PlantedDefect defect) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %-16s %-36s %s%n",
                defect.ruleId(),
                defect.type(),
                defect.tucbsNo() == null ? "-" : defect.tucbsNo(),
                defect.note());
    }

    private void load(SampleCity city, Progress progress) {
        Instance instance = Instance.of(kent.base(), target.name(kent));
        try {
            ImportReport report = OpenCity.owner(
                    kent,
                    "sample",
                    instance.name(),
                    owner -> FirstCity.migrate(owner, instance, city::srid, progress)
                            .importer()
                            .run(city, "kent sample", Edits.KEEP, progress));
            ImportWords.print(report, System.out);
        } catch (WorkingDataInUse e) {
            throw new UserError(ImportWords.inUse(city.name(), e), e);
        }
    }

    private void write(SampleCity city, Progress progress) throws IOException {
        Path target = out != null
                ? out
                : Path.of("sample-" + Objects.requireNonNull(size).word() + "-" + seed);
        requireNew(target);
        Model model = ModelReader.read();
        String ending = String.valueOf(target.getFileName());
        boolean lines = Stream.of(".geojsonl", ".ndjson", ".jsonl").anyMatch(ending::endsWith);
        long count = lines
                ? GeoJsonCity.intoFile(city, model, target, progress)
                : GeoJsonCity.intoFolder(city, model, target, progress);
        System.out.printf(Locale.ROOT, "%,d features: %s%n", count, target);
    }

    private static void requireNew(Path target) {
        if (!Files.exists(target)) return;
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isEmpty()) return;
        } catch (IOException e) {
            if (!Files.isRegularFile(target)) throw new UncheckedIOException(e);
        }
        throw new UserError(target + " is there already: name another place with --out.");
    }
}
