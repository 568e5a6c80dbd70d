package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.testsupport.Patience;

class EmbeddedEngineTest {
    private static final int SIDE = Parameters.LARGEST_SIDE;

    private final PGSimpleDataSource owner = SmallCity.database();
    private final JdbcClient jdbc = JdbcClient.create(owner);
    private final View view = View.visitor(new Editions(jdbc).find(1).orElseThrow());
    private final MapEngine engine = new EmbeddedEngine(new WallReader(owner, owner), Duration.ofMillis(200));

    @Test
    void picturesUnderWayTogetherHaveNoMorePixelsThanTheLargest() throws Exception {
        try (Connection holder = owner.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + tablesBeside("bina") + " IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<?> half = underWay(picture("bina", SIDE, SIDE / 2));
            assertThat(engine.draw(picture("parsel", SIDE, SIDE / 4))).isPresent();
            assertThatThrownBy(() -> engine.draw(picture("parsel", SIDE, SIDE / 2 + 1)))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("wms.busy");
            holder.rollback();
            half.get(30, TimeUnit.SECONDS);
        }
        assertThat(engine.draw(picture("parsel", SIDE, SIDE / 2 + 1))).isPresent();
    }

    @Test
    void aSmallPictureOfManyFeaturesTakesTheirRoom() {
        assertThat(EmbeddedEngine.share(picture("bina", 1, 1))).isLessThan(20);
        assertThat(EmbeddedEngine.share(of(picture("bina", 1, 1), 200_000))).isBetween(700, 900);
        assertThat(EmbeddedEngine.share(of(picture("bina", 1, 1), 1_200_000))).isEqualTo(EmbeddedEngine.ROOM);
    }

    /** The same where there are so many features of its type. */
    private static MapEngine.Picture of(MapEngine.Picture picture, long rows) {
        Edition edition = picture.view().edition();
        Map<String, Edition.Entry> types = new LinkedHashMap<>();
        edition.types()
                .forEach((name, one) -> types.put(
                        name,
                        new Edition.Entry(
                                one.type(),
                                one.model(),
                                one.snapshot(),
                                one.contentHash(),
                                rows,
                                one.extent(),
                                one.decision(),
                                one.hasForms(),
                                one.lineage())));
        View many = View.visitor(new Edition(edition.release(), edition.publishedAt(), edition.srid(), types));
        MapEngine.Named named = picture.layers().getFirst();
        Layer layer = new Layer(many.type(named.name()), null, List.of(), List.of(values -> null));
        return new MapEngine.Picture(
                many, picture.frame(), List.of(new MapEngine.Named(named.name(), "", layer, Optional.empty())), 0);
    }

    /** It waits for the rows of its layer. */
    private CompletableFuture<?> underWay(MapEngine.Picture picture) {
        CompletableFuture<?> drawing = CompletableFuture.runAsync(() -> engine.draw(picture));
        while (waiting() == 0 && !drawing.isDone()) Patience.aMoment();
        assertThat(drawing).isNotDone();
        return drawing;
    }

    /** Its theme's, since a picture may be drawn from another one than its own. */
    private String tablesBeside(String type) {
        VisibleType seen = view.type(type);
        return jdbc.sql(
                        "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables WHERE schemaname = ?")
                .param(seen.wall().schema(seen.entry().snapshot()))
                .query(String.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("NullAway") // it does not see that a layer may have no filter
    private MapEngine.Picture picture(String type, int width, int height) {
        Layer layer = new Layer(view.type(type), null, List.of(), List.of(values -> null));
        Frame frame = new Frame(Crs.CRS84, view.edition().extent(), width, height);
        return new MapEngine.Picture(view, frame, List.of(new MapEngine.Named(type, "", layer, Optional.empty())), 0);
    }
}
