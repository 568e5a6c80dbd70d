package tr.kentatlas.spatial.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.sql.OneTransaction;

class MinistryViewsTest {
    private static final Decision COUNCIL =
            new Decision(Approval.COUNCIL, "2026/112", LocalDate.of(2026, 11, 3), "A. Yılmaz");
    private static final Progress QUIET = Progress.silent();
    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void everyViewHasTheMinistrysColumnsInTheirOrderAndShowsTheirValues() {
        List<FeatureRecord> full = new ArrayList<>();
        MinistryLayers.FEATURES.forEach((view, feature) -> full.add(MinistryLayers.full(view, feature)));
        load(full.toArray(FeatureRecord[]::new));
        release(TestCity.MODEL);
        assertThat(texts("SELECT table_name FROM information_schema.views WHERE table_schema = 'tucbs'"))
                .containsExactlyInAnyOrderElementsOf(MinistryLayers.COLUMNS.keySet());
        SoftAssertions all = new SoftAssertions();
        MinistryLayers.COLUMNS.forEach((view, columns) -> {
            all.assertThat(columns(view)).as(view).containsExactlyElementsOf(columns);
            columns.forEach(column -> compare(view, column, all));
        });
        all.assertAll();
    }

    /** Each column of each view against the frozen attribute of its name. */
    private void compare(String view, String column, SoftAssertions all) {
        String type = Objects.requireNonNull(MinistryLayers.FEATURES.get(view)).type();
        List<@Nullable String> shown = texts("SELECT \"" + column + "\"::text FROM tucbs.\"" + view + "\"");
        String where = "tucbs_no = (SELECT \"tucbsNo\" FROM tucbs.\"" + view + "\")";
        String expected = switch (column) {
            case "surumBitisZamani" -> "NULL";
            case "tucbsNo" -> "tucbs_no";
            case "sensor" -> "sensor";
            case "kimlikNumarasi" -> "pin";
            case "gostergeReferansi" ->
                "ARRAY['taks=7.25','kaks=7.25','katAdedi=7','yencok=7.25','onBahce=7.25','yanBahce=7.25',"
                        + "'gostergeReferansi-değeri=gostergeDegeri-değeri']";
            case "numaratajTipi" -> "'Ana Giriş'";
            case "planliAraziKullanimKarariDeger" -> "'Park'";
            default -> expectation(type, column);
        };
        List<@Nullable String> frozen =
                texts("SELECT (" + expected + ")::text FROM " + MinistryLayers.frozen(type, jdbc) + " WHERE " + where);
        all.assertThat(shown).as(view + "." + column).hasSize(1).isEqualTo(frozen);
        if (!column.equals("surumBitisZamani"))
            all.assertThat(shown).as(view + "." + column).doesNotContainNull();
    }

    private static String expectation(String typeName, String official) {
        FeatureType type = TestCity.MODEL.get(typeName);
        if (type.geometry() != null && type.geometry().name().equals(official)) return "ST_Transform(geom, 4326)";
        Attribute attribute = Objects.requireNonNull(TestCity.MODEL.byName(type).get(official), official);
        return attribute.type() == AttributeType.GEOMETRY
                ? "ST_Transform(" + attribute.column() + ", 4326)"
                : attribute.column();
    }

    @Test
    void aViewShowsItsOwnKindOnly() {
        load(
                record("idari_birim", "m", square(0, 10), "duzey", "mahalle", "ad", "Moda"),
                record("idari_birim", "i", square(0, 10), "duzey", "ilce", "ad", "Kadıköy"),
                record("karayolu_hizmet_alani", "p", square(0, 10), "tip", "parking", "ad", "Çarşı Otoparkı"));
        release(TestCity.MODEL);
        assertThat(texts("SELECT adi FROM tucbs.\"TUCBS_Mahalle\"")).containsExactly("Moda");
        assertThat(texts("SELECT adi FROM tucbs.\"TUCBS_Ilce_Belediye\"")).isEmpty();
        assertThat(texts("SELECT adi FROM tucbs.\"TUCBS_Otopark\"")).containsExactly("Çarşı Otoparkı");
        assertThat(texts("SELECT adi FROM tucbs.\"TUCBS_Otogar\"")).isEmpty();
    }

    @Test
    void geometryIsInLongitudeAndLatitude() {
        load(building("a", 0, 5));
        release(TestCity.MODEL);
        assertThat(texts("SELECT ST_SRID(geometri) || ' ' || round(ST_X(ST_Centroid(geometri))) || ' '"
                        + " || round(ST_Y(ST_Centroid(geometri))) FROM tucbs.\"TUCBS_Bina\""))
                .containsExactly("4326 33 40");
    }

    @Test
    void theViewsFollowThePointerForthAndBack() {
        load(building("a", 0, 5));
        Publisher publisher = release(TestCity.MODEL);
        load(building("a", 0, 6));
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        assertThat(floors()).as("a draft is not shown").containsExactly("5");
        publish(publisher);
        assertThat(floors()).containsExactly("6");
        publisher.rollback(null, "tester", "wrong floors");
        assertThat(floors()).containsExactly("5");
    }

    @Test
    void rollingBackAcrossAChangeOfTheModelShowsTheOlderReleaseInTheNewColumns() {
        Model before = EarlierModel.without("bina", "zeminUstuKatSayisi");
        load(building("a", 0, 5));
        new Publisher(city, before, TestCity.SRID, (draft, progress) -> List.of(), List.of())
                .draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publish(publisher(before, TestCity.MODEL));
        assertThat(floors()).containsOnlyNulls();
        Publisher after = release(TestCity.MODEL);
        assertThat(floors()).containsExactly("5");
        after.rollback(null, "tester", "the new model was wrong");
        assertThat(floors()).hasSize(1).containsOnlyNulls();
        assertThat(texts("SELECT \"yapiDurumDegeri\" FROM tucbs.\"TUCBS_Bina\""))
                .containsExactly("functional");
    }

    @Test
    void anotherLayoutReplacesTheViewAndKeepsEveryRelease() {
        load(building("a", 0, 5));
        Publisher first = release(TestCity.MODEL);
        LayerProfile profile = LayerProfile.read("tucbs");
        LayerProfile shorter = new LayerProfile(
                profile.schema(),
                profile.srid(),
                profile.views().stream()
                        .map(v -> new LayerProfile.Layer(
                                v.name(), v.type(), v.where(), v.columns().subList(0, 3)))
                        .toList());
        load(building("a", 0, 6));
        Publisher second = new Publisher(
                city,
                TestCity.MODEL,
                TestCity.SRID,
                (draft, progress) -> List.of(),
                List.of(new MinistryViews(city, TestCity.MODEL, shorter)));
        second.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publish(second);
        assertThat(columns("TUCBS_Bina")).containsExactly("tucbsNo", "binaKimlikNo", "geometri");
        first.rollback(null, "tester", "back");
        assertThat(texts("SELECT \"tucbsNo\"::text FROM tucbs.\"TUCBS_Bina\"")).hasSize(1);
        assertThat(texts("SELECT count(*)::text FROM pg_class WHERE relnamespace = 'tucbs_data'::regnamespace"
                        + " AND relkind = 'p' AND relname LIKE 'tucbs_bina_%'"))
                .containsExactly("1");
    }

    @Test
    void whatNoReleaseNeedsIsDropped() {
        load(building("a", 0, 5));
        Publisher publisher = release(TestCity.MODEL);
        needNoRelease();
        load(building("a", 0, 6));
        publishAnew(publisher);
        assertThat(parts()).isEqualTo(1);
        assertThat(floors()).containsExactly("6");
    }

    @Test
    void aPartitionThatIsHalfDetachedStopsNoPublication() throws SQLException {
        load(building("a", 0, 5));
        Publisher publisher = release(TestCity.MODEL);
        load(building("a", 0, 6));
        publishAnew(publisher);
        halfDetachTheNewest();
        needNoRelease();
        load(building("a", 0, 7));
        publishAnew(publisher);
        assertThat(floors()).containsExactly("7");
        assertThat(parts()).isEqualTo(1);
    }

    /** As where somebody reads the view for longer than the cleaning up waits. */
    private void halfDetachTheNewest() throws SQLException {
        try (Connection reader = city.getConnection();
                OneTransaction whole = OneTransaction.on(reader);
                Connection cleaner = city.getConnection();
                Statement statement = cleaner.createStatement()) {
            whole.jdbc()
                    .sql("SELECT count(*) FROM tucbs.\"TUCBS_Bina\"")
                    .query()
                    .singleRow();
            statement.execute("SET statement_timeout TO '1s'");
            String detach = Objects.requireNonNull(texts("""
                    SELECT format('ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY', inhparent::regclass, inhrelid::regclass)
                      FROM pg_inherits WHERE inhrelid::regclass::text LIKE 'tucbs_data.tucbs_bina_%'
                     ORDER BY inhrelid DESC LIMIT 1""").get(0));
            assertThatThrownBy(() -> statement.execute(detach)).hasMessageContaining("canceling statement");
            statement.execute("RESET statement_timeout");
        }
    }

    @Test
    void staffAndPartnersReadTheViewsAndThePublicDoesNot() throws SQLException {
        load(building("a", 0, 5));
        release(TestCity.MODEL);
        assertThat(countAs("kent_yayin", "tucbs.\"TUCBS_Bina\"")).isEqualTo(1);
        assertThatThrownBy(() -> countAs("kent_acik", "tucbs.\"TUCBS_Bina\""))
                .hasMessageContaining("permission denied");
        String data = texts("SELECT relname FROM pg_class WHERE relnamespace = 'tucbs_data'::regnamespace LIMIT 1")
                .get(0);
        for (String role : List.of("kent_acik", "kent_yayin"))
            assertThatThrownBy(() -> countAs(role, "tucbs_data." + data)).hasMessageContaining("permission denied");
    }

    private long countAs(String role, String table) throws SQLException {
        try (Connection connection = city.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private Publisher publisher(Model model, Model views) {
        return new Publisher(
                city,
                model,
                TestCity.SRID,
                (draft, progress) -> List.of(),
                List.of(new MinistryViews(city, views, LayerProfile.read("tucbs"))));
    }

    private Publisher release(Model model) {
        Publisher publisher = publisher(model, model);
        publishAnew(publisher);
        return publisher;
    }

    private void publishAnew(Publisher publisher) {
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publish(publisher);
    }

    private void needNoRelease() {
        jdbc.sql("UPDATE release.snapshot SET state = 'dropped' WHERE theme = 'bina'")
                .update();
        jdbc.sql("UPDATE release.release SET state = 'dropped'").update();
    }

    private int parts() {
        return jdbc.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'tucbs_data'::regnamespace"
                        + " AND relkind = 'r' AND relname LIKE 'tucbs_bina_%'")
                .query(Integer.class)
                .single();
    }

    private static Release publish(Publisher publisher) {
        publisher.check(QUIET);
        publisher.approve(List.of(), COUNCIL);
        return publisher.publish("tester", "test", QUIET);
    }

    private void load(FeatureRecord... records) {
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "tester", QUIET);
    }

    private List<@Nullable String> floors() {
        return texts("SELECT \"zeminUstuKatSayisi\"::text FROM tucbs.\"TUCBS_Bina\"");
    }

    private List<@Nullable String> columns(String view) {
        return texts(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'tucbs' AND table_name = '"
                        + view + "' ORDER BY ordinal_position");
    }

    private List<@Nullable String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
