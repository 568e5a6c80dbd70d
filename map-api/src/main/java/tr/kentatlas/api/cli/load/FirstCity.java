package tr.kentatlas.api.cli.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.city.CitySetup;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.release.RefusedWords;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.ImportBook;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.quality.HoldBack;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.release.ReleaseRefused;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.schema.CodeListTables;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.spatial.store.schema.TablesInUse;

/**
 * Brings a city to its first release: migrate, load, draft, check, approve, publish. Each step is whole or not done, so an interrupted
 * first start goes on where it was. What people imported is theirs to publish.
 */
public final class FirstCity implements CitySetup {
    public static final String SAMPLE_NAME = "Örnekova";

    private static final long SAMPLE_SEED = 1923;
    private static final int SAMPLE_SRID = 5255;
    private static final String ACTOR = "kent up";
    private static final String NO_DECISION = "yok (ilk başlatma)";
    private static final String UNPUBLISHED =
            "Nothing is published yet, so no map is served: what was imported here is served after"
                    + " ./kent release draft, check, approve and publish.";
    private static final String MADE_EARLIER =
            "This city was made by an earlier, unreleased state of Kentatlas and cannot be opened by this one: import its files into a new"
                    + " city (another --name), or start it, or its backup, with the program that made it and export its data there.";

    private final Size sample;

    public FirstCity() {
        this(Size.DISTRICT);
    }

    /** @param sample what is made up where no city is brought along */
    public FirstCity(Size sample) {
        this.sample = sample;
    }

    @Override
    public void prepare(DataSource owner, Instance instance, Optional<CityFile> file, Progress progress) {
        if (file.isEmpty()) CitySource.requireNothingBegun(instance);
        CityParts house =
                migrate(owner, instance, () -> file.map(FirstCity::storageCrs).orElse(SAMPLE_SRID), progress);
        ImportBook imports = new ImportBook(owner);
        boolean isPublished = new Releases(JdbcClient.create(owner)).current().isPresent();
        CityOrigin origin = file.isPresent() ? CityOrigin.of(instance) : CityOrigin.sample();
        if (!isPublished && imports.isEmpty()) {
            origin.claim(owner);
            load(house, file, progress);
        } else {
            file.ifPresent(f -> origin.require(owner, f));
        }
        CitySource.loaded(instance);
        if (isPublished) return;
        if (imports.isOnlyBy(ACTOR)) publish(house, progress);
        else System.err.println(UNPUBLISHED);
    }

    /** Migrates a database; only a new one asks for its storage CRS. */
    static CityParts migrate(DataSource owner, Instance instance, IntSupplier storageCrs, Progress progress) {
        boolean known = JdbcClient.create(owner)
                .sql("SELECT to_regclass('kent.setting') IS NOT NULL")
                .query(Boolean.class)
                .single();
        Migrations migrations = new Migrations(owner, known ? Migrations.storedSrid(owner) : storageCrs.getAsInt());
        if (!migrations.isHistoryKnown()) throw new UserError(MADE_EARLIER);
        Progress told = migrations.arePending() ? progress : Progress.silent();
        try {
            told.step("Migrating the database", migrations::migrate);
        } catch (TablesInUse e) {
            throw new UserError(inUse(e.holders()), e);
        }
        CityParts house = CityParts.over(owner, instance);
        new CodeListTables(owner).fill(house.model());
        return house;
    }

    private static String inUse(String holders) {
        return "The database was not brought up to date: " + (holders.isEmpty() ? "somebody" : holders)
                + " has a transaction open on what is to be changed. Start again when it has ended; a forgotten QGIS"
                + " or psql holds it until it is closed.";
    }

    private static int storageCrs(CityFile file) {
        return Sources.open(file.path(), ModelReader.read())
                .extent()
                .map(StorageCrs::forExtent)
                .orElseThrow(() ->
                        new UserError("The file " + file.path() + " does not say where it lies: it has no features."));
    }

    private void load(CityParts house, Optional<CityFile> file, Progress progress) {
        FeatureSource source = file.map(f -> Sources.open(f.path(), house.model()))
                .orElseGet(() -> SampleCity.of(sample, SAMPLE_SEED));
        ImportReport report = house.importer().run(source, ACTOR, progress);
        ImportWords.print(report, System.err);
    }

    private static void publish(CityParts house, Progress progress) {
        try {
            Publisher publisher = house.publisher();
            answerFor(publisher, checkedDraft(house, publisher, progress));
            publisher.approve(
                    List.of(), new Decision(Approval.COUNCIL, NO_DECISION, LocalDate.now(CityTime.ZONE), ACTOR));
            publisher.publish(ACTOR, null, progress);
        } catch (ReleaseRefused e) {
            throw new UserError("The city is loaded, but not published: " + RefusedWords.of(e), e);
        }
    }

    /**
     * A draft without blockers, as far as that is to be had: what has them is held back, which may leave others without what they refer
     * to. Each round holds something more back.
     */
    private static List<Outcome> checkedDraft(CityParts house, Publisher publisher, Progress progress) {
        while (true) {
            Release draft = publisher
                    .draft(List.of(), ACTOR, "ilk yayın", Replacing.ANY, progress)
                    .release();
            List<Outcome> outcomes = publisher.check(progress);
            if (outcomes.stream().noneMatch(o -> o.severity() == Severity.BLOCKER && o.found() > 0)) return outcomes;
            Map<String, Integer> held = new HoldBack(house.owner()).from(draft, ACTOR);
            if (held.isEmpty()) return outcomes;
            held.forEach((what, many) ->
                    System.err.printf(Locale.ROOT, "Held back for blocking findings: %s %,d%n", what, many));
        }
    }

    private static void answerFor(Publisher publisher, List<Outcome> outcomes) {
        outcomes.stream()
                .filter(o -> o.severity() == Severity.ERROR && o.found() > 0)
                .forEach(o -> {
                    publisher.accept(o.ruleId(), "ilk başlatmada üstlenildi", ACTOR);
                    System.err.printf(Locale.ROOT, "Accepted %,d findings of rule %s.%n", o.found(), o.ruleId());
                });
    }
}
