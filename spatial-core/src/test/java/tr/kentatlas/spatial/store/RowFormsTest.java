package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Grant.Audience;
import tr.kentatlas.spatial.feature.Grant.TypeGrant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.map.TileStore;
import tr.kentatlas.spatial.store.sql.StoreFailed;
import tr.kentatlas.spatial.tile.TileAddress;

/** The encoded forms of a whole sample city hold what its columns hold, and only who sees every column reads them. */
class RowFormsTest {
    private static final Progress QUIET = Progress.silent();
    private static final PGSimpleDataSource CITY = published();
    private static final Edition EDITION =
            new Editions(JdbcClient.create(CITY)).find(1).orElseThrow();
    private static final WallReader READER = new WallReader(inOrder(), inOrder());
    private static final FeatureStore STORE = new FeatureStore(READER);

    @ParameterizedTest
    @EnumSource(Audience.class)
    void theFormsOfEveryFeatureSayWhatItsColumnsSay(Audience audience) {
        int compared = 0;
        for (Edition.Entry entry : EDITION.entries()) {
            if (audience == Audience.PUBLIC && !entry.type().isPublic()) continue;
            List<String> encoded = features(type(EDITION, grant(audience, List.of()), entry));
            assertThat(encoded).hasSize((int) entry.rows());
            assertThat(encoded)
                    .as(entry.type().name())
                    .isEqualTo(features(type(withoutForms(), grant(audience, List.of()), entry)));
            compared += encoded.size();
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    /** What a grant does not show of the public copy is cut out of the form. */
    @Test
    void aFormWithSomeFieldsCutOutSaysWhatTheirColumnsSay() {
        Random random = new Random(4);
        for (Edition.Entry entry : EDITION.entries()) {
            if (!entry.type().isPublic()) continue;
            List<String> without = entry.model().attributesOf(entry.type()).stream()
                    .map(Attribute::name)
                    .filter(name -> random.nextInt(4) == 0)
                    .toList();
            List<String> cut = features(type(EDITION, grant(Audience.PUBLIC, without), entry));
            assertThat(cut)
                    .as(entry.type().name())
                    .isEqualTo(features(type(withoutForms(), grant(Audience.PUBLIC, without), entry)));
            without.forEach(name -> assertThat(cut).noneMatch(feature -> feature.contains("\"" + name + "\":")));
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void aTileFromTheFormsIsTheTileFromTheColumns(Audience audience) {
        Edition.Entry buildings = EDITION.find("bina").orElseThrow();
        VisibleType encoded = type(EDITION, grant(audience, List.of()), buildings);
        VisibleType columns = type(withoutForms(), grant(audience, List.of()), buildings);
        for (int zoom : new int[] {12, 14, 16}) {
            byte[] tile = tile(encoded, middle(zoom));
            assertThat(tile).hasSizeGreaterThan(1000).isEqualTo(tile(columns, middle(zoom)));
        }
    }

    /** As the map's style takes few fields, and leaves out what is small. */
    @Test
    void aTileOfChosenFieldsFromTheFormsIsTheTileFromTheColumns() {
        Edition.Entry buildings = EDITION.find("bina").orElseThrow();
        List<String> chosen = List.of("adi", "zeminUstuKatSayisi");
        byte[] encoded = chosenTile(type(EDITION, grant(Audience.PUBLIC, List.of()), buildings), chosen);
        assertThat(encoded)
                .hasSizeGreaterThan(1000)
                .isEqualTo(chosenTile(type(withoutForms(), grant(Audience.PUBLIC, List.of()), buildings), chosen));
        assertThat(new String(encoded, StandardCharsets.UTF_8)).doesNotContain("yapiDurumDegeri");
    }

    private static byte[] chosenTile(VisibleType type, List<String> fields) {
        return new TileStore(READER).encode(EDITION, middle(14), List.of(TileStore.Layer.of(type, fields, 15)));
    }

    @Test
    void aGrantThatLacksOneFieldNeverReadsTheForms() {
        Edition.Entry buildings = EDITION.find("bina").orElseThrow();
        VisibleType narrow = type(EDITION, grant(Audience.NAMED, List.of("yapiDurumDegeri")), buildings);
        assertThat(narrow.attributes()).hasSize(narrow.table().attributes().size() - 1);
        assertThat(features(narrow)).isNotEmpty().noneMatch(feature -> feature.contains("yapiDurumDegeri"));
        byte[] tile = tile(narrow, middle(14));
        assertThat(tile).hasSizeGreaterThan(1000);
        assertThat(new String(tile, StandardCharsets.UTF_8)).doesNotContain("yapiDurumDegeri", "functional");
    }

    /** With the forms out of reach, whoever is limited in fields, rows or area is answered all the same; who sees all is not. */
    @Test
    void aGrantThatIsLimitedInAnythingNeverReadsTheForms() {
        VisibleType all = type(
                EDITION, grant(Audience.NAMED, List.of()), EDITION.find("bina").orElseThrow());
        Geometry world = new GeometryFactory().toGeometry(new Envelope(20, 50, 30, 45));
        var where = new VisibleType(
                all.entry(),
                all.table(),
                all.grant().where(Cql2Text.parse("zeminUstuKatSayisi > 0")),
                all.attributes());
        var there = new VisibleType(
                all.entry(),
                all.table(),
                all.grant().in(new Grant.Area(world, Grant.AreaPolicy.WITHIN)),
                all.attributes());
        VisibleType narrow = type(EDITION, grant(Audience.NAMED, List.of("yapiDurumDegeri")), all.entry());
        hide(all.table(), true);
        try {
            for (VisibleType limited : List.of(where, there, narrow)) {
                assertThat(features(limited)).isNotEmpty();
                assertThat(tile(limited, middle(14))).hasSizeGreaterThan(1000);
            }
            assertThatThrownBy(() -> features(all)).isInstanceOf(StoreFailed.class);
            assertThatThrownBy(() -> tile(all, middle(14))).isInstanceOf(StoreFailed.class);
        } finally {
            hide(all.table(), false);
        }
    }

    private static void hide(PublishedTable table, boolean away) {
        JdbcClient owner = JdbcClient.create(CITY);
        String tiles = table.type().name() + "_karo";
        String schema = table.schema() + ".";
        owner.sql("ALTER TABLE " + table.name() + " RENAME " + (away ? "properties TO away" : "away TO properties"))
                .update();
        owner.sql("ALTER TABLE " + schema + (away ? tiles + " RENAME TO away" : "away RENAME TO " + tiles))
                .update();
    }

    @Test
    void theFormsOfThePublicCopyNameNothingThatIsNotPublic() {
        for (Edition.Entry entry : EDITION.entries()) {
            if (!entry.type().isPublic()) continue;
            List<String> hidden = entry.model().attributesOf(entry.type()).stream()
                    .filter(a -> !a.isPublic())
                    .map(a -> "\"" + a.name() + "\":")
                    .toList();
            List<String> forms = JdbcClient.create(CITY)
                    .sql("SELECT convert_from(properties, 'UTF8') FROM "
                            + entry.table(PublishedTable.Wall.ACIK).name() + " ORDER BY sira LIMIT 50")
                    .query((row, n) -> row.getString(1))
                    .list();
            hidden.forEach(name -> assertThat(forms).noneMatch(form -> form.contains(name)));
        }
    }

    private static List<String> features(VisibleType type) {
        List<String> all = new ArrayList<>();
        FeatureQuery query = FeatureQuery.all(type.type().name(), Page.first(Page.MOST));
        while (true) {
            var next =
                    STORE.geoJsonPage(EDITION, type, query, f -> all.add(new String(f.json(), StandardCharsets.UTF_8)));
            if (next.isEmpty()) return all;
            query = query.with(new Page(Page.MOST, next.get()));
        }
    }

    private static byte[] tile(VisibleType type, TileAddress address) {
        return new TileStore(READER).encode(EDITION, address, List.of(TileStore.Layer.of(type)));
    }

    private static TileAddress middle(int zoom) {
        Envelope box = EDITION.find("bina").orElseThrow().extent();
        var centre = Objects.requireNonNull(box).centre();
        double tiles = Math.pow(2, zoom);
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(centre.y) / 2)) / Math.PI;
        return new TileAddress(zoom, (int) ((centre.x + 180) / 360 * tiles), (int) ((1 - y) / 2 * tiles));
    }

    private static VisibleType type(Edition edition, Grant grant, Edition.Entry entry) {
        return VisibleType.find(edition, grant, entry.type().name()).orElseThrow();
    }

    /** Everything an audience may see but the fields named. */
    private static Grant grant(Audience audience, List<String> without) {
        Map<String, TypeGrant> types = new LinkedHashMap<>();
        for (Edition.Entry entry : EDITION.entries()) {
            types.put(
                    entry.type().name(),
                    TypeGrant.of(entry.model().attributesOf(entry.type()).stream()
                            .filter(a -> audience == Audience.NAMED || a.isPublic())
                            .map(Attribute::name)
                            .filter(name -> !without.contains(name))
                            .collect(Collectors.toSet())));
        }
        return new Grant("test", audience, types);
    }

    /** The same edition as if its snapshots had been frozen before there were forms. */
    private static Edition withoutForms() {
        Map<String, Edition.Entry> entries = new LinkedHashMap<>();
        EDITION.types()
                .forEach((name, e) -> entries.put(
                        name,
                        new Edition.Entry(
                                e.type(),
                                e.model(),
                                e.snapshot(),
                                e.contentHash(),
                                e.rows(),
                                e.extent(),
                                e.decision(),
                                false,
                                e.lineage())));
        return new Edition(EDITION.release(), EDITION.publishedAt(), EDITION.srid(), entries);
    }

    /** Reads rows in the tables' order, whatever the size of their indexes. */
    private static PGSimpleDataSource inOrder() {
        PGSimpleDataSource reader = new PGSimpleDataSource();
        reader.setUrl(CITY.getUrl());
        reader.setUser(CITY.getUser());
        reader.setPassword(CITY.getPassword());
        reader.setOptions("-c enable_indexscan=off");
        return reader;
    }

    private static PGSimpleDataSource published() {
        PGSimpleDataSource city = TestCity.empty();
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(SampleCity.of(Size.SMALL, 5), "tester", QUIET);
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher.check(QUIET);
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 11, 3), "A. Yılmaz"));
        publisher.publish("tester", null, QUIET);
        return city;
    }
}
