package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.ingest.WorkingModel.COLUMNS;
import static tr.kentatlas.spatial.ingest.WorkingModel.FROM;
import static tr.kentatlas.spatial.ingest.WorkingModel.PLACE;
import static tr.kentatlas.spatial.ingest.WorkingModel.STATE;
import static tr.kentatlas.spatial.ingest.WorkingModel.UNTIL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.WorkingModel.Fate;
import tr.kentatlas.spatial.ingest.WorkingModel.Given;
import tr.kentatlas.spatial.ingest.WorkingModel.Known;
import tr.kentatlas.spatial.ingest.WorkingModel.Version;
import tr.kentatlas.spatial.progress.Progress;

/** Edits, and files of other columns, periods, versions and ages, in any order: the working data is what the model says. */
class EditsAndImportsTest {
    private static final int STEPS = 40;
    private static final Known NOBODY = new Known("", Map.of());
    private static final List<String> YEARS = List.of("", "2020", "2022", "2024");
    private static final Map<String, List<String>> VALUES = Map.of(
            UNTIL,
            List.of("", "2020", "2022", "2024"),
            "kat_ustu",
            List.of("", "1", "2", "3"),
            "adi",
            List.of("", "Çınar", "Ladin"),
            STATE,
            List.of("aktif", "arsiv"),
            PLACE,
            List.of("", "0", "20"));

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Importer importer = new Importer(city, TestCity.MODEL, TestCity.SRID);
    private final WorkingModel model = new WorkingModel();
    private final List<List<Given>> files = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatPeopleDidIsKeptAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(5) < 2) edit(random);
            else load(random);
            compare();
        }
    }

    private void edit(Random random) {
        List<Version> working = model.working();
        if (working.isEmpty() || random.nextInt(6) == 0) {
            Known made = known(random, object(random), COLUMNS);
            if (model.isFree(made, NOBODY)) make(made);
            return;
        }
        Known known = working.get(random.nextInt(working.size())).known();
        String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
        Known changed = known.with(column, value(random, column));
        if (random.nextInt(6) == 0) delete(known);
        else if (model.isFree(changed, known)) change(known, changed, column);
    }

    private void make(Known made) {
        told.add("make " + made);
        String names = String.join(", ", COLUMNS);
        String values = COLUMNS.stream().map(column -> sql(made, column)).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO working.bina (tucbs_no, " + names + ") VALUES ('" + id(made) + "', " + values + ")")
                .update();
        model.make(made);
    }

    private void change(Known known, Known changed, String column) {
        told.add("change " + known + " to " + changed);
        jdbc.sql("UPDATE working.bina SET " + column + " = " + sql(changed, column) + at(known))
                .update();
        model.change(known, changed);
    }

    private void delete(Known known) {
        told.add("delete " + known);
        jdbc.sql("DELETE FROM working.bina" + at(known)).update();
        model.delete(known);
    }

    private void load(Random random) {
        Edits edits =
                List.of(Edits.KEEP, Edits.KEEP, Edits.REFUSE, Edits.OVERWRITE).get(random.nextInt(4));
        List<Given> file = file(random);
        files.add(file);
        told.add(edits + " " + file);
        if (load(file, edits, model.load(file, edits))) load(file, edits, again(model.load(file, edits)));
    }

    private static Fate again(Fate second) {
        assertThat(List.of(second.inserted(), second.changed()))
                .as("the same twice changes nothing")
                .containsOnly(0L);
        return second;
    }

    private boolean load(List<Given> file, Edits edits, Fate fate) {
        ListSource source =
                new ListSource(0, file.stream().map(EditsAndImportsTest::read).toList());
        try {
            ImportReport report = importer.run(source, "tester", edits, Progress.silent());
            ImportReport.TypeCounts counts = report.counts("bina");
            assertThat(new Fate(report.kept(), counts.rejected(), counts.inserted(), counts.changed()))
                    .as(story())
                    .isEqualTo(fate);
            return true;
        } catch (EditsInTheWay e) {
            assertThat(edits).isEqualTo(Edits.REFUSE);
            assertThat(e.count()).as(story()).isEqualTo(fate.kept());
            return false;
        }
    }

    /** A new one, one that was loaded before, the same with another value, or one made of what is known. */
    private List<Given> file(Random random) {
        int kind = random.nextInt(5);
        if (kind < 2 || files.isEmpty()) return fresh(random);
        if (kind == 4)
            return changed(
                    random,
                    model.working().stream().map(EditsAndImportsTest::derived).toList());
        List<Given> old = files.get(random.nextInt(files.size()));
        return kind == 2 ? old : changed(random, old);
    }

    private static List<Given> fresh(Random random) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.removeIf(column -> random.nextInt(3) == 0);
        if (!columns.contains(FROM)) columns.remove(UNTIL);
        List<Given> file = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--)
            file.add(new Given(known(random, object(random), some(random, columns)), 0, 0));
        return file;
    }

    /** One record may leave out what another of its file gives, but not when it begins. */
    private static List<String> some(Random random, List<String> columns) {
        return columns.stream()
                .filter(column -> column.equals(FROM) || random.nextInt(4) > 0)
                .toList();
    }

    private static Given derived(Version version) {
        return new Given(version.known(), version.number(), version.begun());
    }

    private static List<Given> changed(Random random, List<Given> file) {
        List<Given> changed = new ArrayList<>(file);
        changed.replaceAll(given -> {
            List<String> columns = List.copyOf(given.known().values().keySet());
            if (columns.isEmpty()) return given;
            String column = columns.get(random.nextInt(columns.size()));
            return new Given(given.known().with(column, value(random, column)), given.number(), given.begun());
        });
        return changed;
    }

    private static Known known(Random random, String object, List<String> columns) {
        Map<String, String> values = new HashMap<>();
        columns.forEach(column -> values.put(column, value(random, column)));
        return new Known(object, values);
    }

    private static String object(Random random) {
        return random.nextBoolean() ? "a" : "b";
    }

    private static String value(Random random, String column) {
        List<String> values = VALUES.getOrDefault(column, YEARS);
        return values.get(random.nextInt(values.size()));
    }

    private static FeatureRecord read(Given given) {
        Known known = given.known();
        List<@Nullable Object> columns = new ArrayList<>();
        known.values().keySet().stream().filter(column -> !column.equals(PLACE)).forEach(column -> {
            columns.add(column);
            columns.add(read(column, known.of(column)));
        });
        if (given.number() > 0)
            columns.addAll(List.of(
                    "surum_no",
                    (int) given.number(),
                    "surum_baslangic",
                    Instant.ofEpochSecond(given.begun()).atOffset(ZoneOffset.UTC)));
        String place = known.of(PLACE);
        return record("bina", known.object(), place.isEmpty() ? null : point(place), columns.toArray());
    }

    private static @Nullable Object read(String column, String value) {
        if (value.isEmpty()) return null;
        return switch (column) {
            case FROM, UNTIL -> OffsetDateTime.parse(value + "-01-01T00:00:00Z");
            case "kat_ustu" -> Integer.valueOf(value);
            default -> value;
        };
    }

    private static String sql(Known known, String column) {
        String value = known.of(column);
        if (value.isEmpty()) return "NULL";
        return switch (column) {
            case FROM, UNTIL -> "timestamptz '" + value + "-01-01T00:00:00Z'";
            case PLACE -> "ST_SetSRID('" + point(value) + "'::geometry, " + TestCity.SRID + ")";
            case "kat_ustu" -> value;
            default -> "'" + value + "'";
        };
    }

    private static Geometry point(String east) {
        return new GeometryFactory().createPoint(new Coordinate(500_000 + Integer.parseInt(east), 4_417_000));
    }

    private static String at(Known known) {
        return " WHERE tucbs_no = '" + id(known) + "' AND " + FROM + " IS NOT DISTINCT FROM " + sql(known, FROM);
    }

    private static String id(Known known) {
        return FeatureId.of("test", "bina", known.object()).toString();
    }

    private void compare() {
        Map<String, String> objects = Map.of(id(new Known("a", Map.of())), "a", id(new Known("b", Map.of())), "b");
        List<Version> known = jdbc.sql("""
                SELECT tucbs_no, to_char(gecerlilik_baslangic AT TIME ZONE 'UTC', 'YYYY') AS gecerlilik_baslangic,
                       to_char(gecerlilik_bitis AT TIME ZONE 'UTC', 'YYYY') AS gecerlilik_bitis, kat_ustu, adi, kayit_durumu,
                       round(ST_X(geom) - 500000) AS geom, surum_no,
                       extract(epoch FROM date_trunc('second', surum_baslangic))::bigint AS begun FROM working.bina
                """)
                .query((row, n) -> {
                    Map<String, String> values = new HashMap<>();
                    for (String column : COLUMNS)
                        values.put(column, Objects.requireNonNullElse(row.getString(column), ""));
                    return new Version(
                            new Known(Objects.requireNonNull(objects.get(row.getString("tucbs_no"))), values),
                            false,
                            row.getLong("surum_no"),
                            row.getLong("begun"));
                })
                .list();
        assertThat(known.stream().map(Version::known))
                .as(story())
                .containsExactlyInAnyOrderElementsOf(
                        model.working().stream().map(Version::known).toList());
        known.forEach(version -> model.given(version.known(), version.number(), version.begun()));
    }

    private String story() {
        return String.join("\n", told);
    }
}
