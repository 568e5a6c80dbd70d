package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.testsupport.PostgisServer;

/** A release is set up in GeoServer, from nothing, again, after changes, and after every way of stopping half way. */
class ProvisioningTest {
    private static final String ID = "abcdefghijkm";
    private final SetUpCity city = new SetUpCity();

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aReleaseIsSetUpAndVerified() {
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        StubCatalogue.Workspace workspace = city.workspace(1);
        String theme = workspace.types.keySet().stream()
                .filter(name -> name.startsWith("tema_" + ID))
                .findFirst()
                .orElseThrow();
        assertThat(workspace.types.keySet())
                .contains("bina", "parsel", "yol_orta_hat")
                .doesNotContain("sebeke_hatti", "bagimsiz_bolum");
        assertThat(workspace.styles.keySet()).isEqualTo(workspace.types.keySet());
        assertThat(workspace.defaultStyles)
                .allSatisfy((layer, style) -> assertThat(style).isEqualTo("r1:" + layer));
        assertThat(columns(workspace, theme)).containsExactly("geom", "deger", "sinif");
        assertThat(columns(workspace, "bina")).containsExactly("geom", "sinif");
        assertThat(StubCatalogue.Workspace.holds(workspace.group("kent_haritasi"), "bina"))
                .isTrue();
        assertThat(city.verify()).isEmpty();
    }

    @Test
    void aSecondRunHasNothingToDoAndWritesNothing() {
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        String before = city.stub().catalogue.dump();
        city.stub().forgetRequests();
        assertThat(city.provisioning().apply(Progress.silent()).steps()).isEmpty();
        assertThat(city.provisioning().plan(Progress.silent()).steps()).isEmpty();
        assertThat(city.stub().requests()).allMatch(request -> request.startsWith("GET "));
        assertThat(city.stub().catalogue.dump()).isEqualTo(before);
    }

    @Test
    void aPlanWritesNothingAnywhere() {
        Plan plan = city.provisioning().plan(Progress.silent());
        assertThat(plan.steps()).extracting(Plan.Step::what).contains("workspace r1", "layer r1:bina", "style r1:bina");
        assertThat(city.stub().requests()).allMatch(request -> request.startsWith("GET "));
        assertThat(city.database()
                        .sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'acik_harita%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theViewsShowThePublicWallGeometryValueAndClassOnly() throws SQLException {
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        try (Connection wall = PostgisServer.shared()
                        .as(city.owner(), "kent_acik", SmallCity.ROLE_PASSWORD)
                        .getConnection();
                Statement statement = wall.createStatement()) {
            String theme = Names.map(ID, new Definition(city).read(SetUpCity.FLOORS));
            try (var rows = statement.executeQuery(
                    "SELECT count(*), count(*) FILTER (WHERE sinif IS NULL) FROM acik_harita_1." + theme)) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
                assertThat(rows.getLong(2)).isLessThan(rows.getLong(1));
            }
            assertThatThrownBy(() -> statement.execute("CREATE VIEW acik_harita_1.mine AS SELECT 1"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasChangedByHandIsFoundAndMended() {
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        StubCatalogue.Workspace workspace = city.workspace(1);
        workspace.styles.put("bina", workspace.styles.getOrDefault("parsel", ""));
        workspace.defaultStyles.put("parsel", "r1:bina");
        workspace.type("yol_orta_hat").put("title", "Başka");
        workspace
                .type("ada")
                .putObject("nativeBoundingBox")
                .put("minx", 0)
                .put("maxx", -1)
                .put("miny", 0)
                .put("maxy", -1);
        workspace.types.put("eski", workspace.type("ada").deepCopy());
        workspace.groups.clear();
        assertThat(city.verify())
                .extracting(Discrepancy::what)
                .contains(
                        "style r1:bina is not as it should be",
                        "default style of r1:parsel is not as it should be",
                        "layer r1:yol_orta_hat is not as it should be",
                        "layer r1:ada is not as it should be",
                        "layer r1:eski should be gone",
                        "layer group r1:kent_haritasi is missing");
        city.apply();
        assertThat(city.verify()).isEmpty();
    }

    @Test
    void aMapThatIsChangedOrWithdrawnIsAnotherLayerOrNone() {
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        String first = Names.map(ID, new Definition(city).read(SetUpCity.FLOORS));
        String other = SetUpCity.FLOORS.replace("5", "4");
        city.map(ID, other);
        city.apply();
        assertThat(city.workspace(1).types.keySet())
                .contains(Names.map(ID, new Definition(city).read(other)))
                .doesNotContain(first);
        city.withdraw(ID);
        city.apply();
        assertThat(city.workspace(1).types.keySet()).noneMatch(name -> name.startsWith("tema_"));
        assertThat(city.verify()).isEmpty();
    }

    @Test
    void theReleaseBeforeStaysAndOlderOnesAndWhatWasRolledBackGo() {
        city.apply();
        assertThat(city.release()).isEqualTo(2);
        city.apply();
        assertThat(city.stub().catalogue.workspaces.keySet()).containsExactly("r1", "r2");
        assertThat(city.release()).isEqualTo(3);
        city.apply();
        assertThat(city.stub().catalogue.workspaces.keySet()).containsExactly("r2", "r3");
        assertThat(city.database()
                        .sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'acik_harita_1'")
                        .query(Long.class)
                        .single())
                .isZero();
        city.publisher().rollback(2L, "test", "test");
        city.apply();
        assertThat(city.stub().catalogue.workspaces.keySet()).containsExactly("r2");
        assertThat(city.verify()).isEmpty();
    }

    @Test
    void anApplyThatDiesAtAnyWriteIsGoneOnWith() {
        city.apply();
        String whole = city.stub().catalogue.dump();
        int writes = city.stub().writes();
        assertThat(writes).isGreaterThan(50);
        for (int dead = 0; dead < writes; dead += 1 + writes / 5) {
            for (GeoServerStub.Death death : GeoServerStub.Death.values()) {
                fromNothing();
                city.stub().dieAfter(dead, death);
                assertThatThrownBy(city::apply).isInstanceOf(GeoServerTrouble.class);
                city.stub().heal();
                city.apply();
                assertThat(city.stub().catalogue.dump())
                        .as("after write %d, %s", dead, death)
                        .isEqualTo(whole);
            }
        }
        assertThat(city.verify()).isEmpty();
    }

    private void fromNothing() {
        city.stub().catalogue.workspaces.clear();
        city.database().sql("DELETE FROM geoserver.workspace").update();
        city.database().sql("DROP SCHEMA IF EXISTS acik_harita_1 CASCADE").update();
    }

    @Test
    void aWorkspaceOfOthersIsLeftAlone() {
        city.stub().catalogue.workspaces.put("r1", new StubCatalogue.Workspace());
        city.stub().catalogue.workspaces.put("r0", new StubCatalogue.Workspace());
        assertThatThrownBy(city::apply)
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("r1")
                .hasMessageContaining("did not make");
        assertThat(city.stub().catalogue.workspaces).hasSize(2);
    }

    @Test
    void aDatabaseGeoServerCannotReachIsToldWithItsAddress() {
        PublicStore dead = PublicStore.of(
                "jdbc:postgresql://127.0.0.1:1/kent",
                "kent_acik",
                city.store().password(),
                Map.<String, String>of()::get);
        assertThatThrownBy(() -> city.provisioning(city.address(), dead).apply(Progress.silent()))
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("KENT_GEOSERVER_DB_HOST");
        city.apply();
        assertThat(city.verify()).isEmpty();
    }

    private static List<String> columns(StubCatalogue.Workspace workspace, String type) {
        return StubJson.list(workspace.type(type).path("attributes").path("attribute")).stream()
                .map(one -> one.path("name").asString(""))
                .toList();
    }
}
