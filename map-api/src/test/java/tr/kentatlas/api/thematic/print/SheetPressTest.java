package tr.kentatlas.api.thematic.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.ThematicMapReader;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.WallReader;

/** A sheet of a whole city fills the heap: only one is made at a time, and none twice. */
class SheetPressTest {
    private static final String MAP = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"classes\":3}";

    private final PGSimpleDataSource owner = SmallCity.database();
    private final View view =
            View.visitor(new Editions(JdbcClient.create(owner)).find(1).orElseThrow());
    private final ClassedMap classed =
            new ClassedMaps(new WallReader(owner, owner)).of(view, ThematicMapReader.read(MAP, view));
    private final AtomicInteger printed = new AtomicInteger();

    @Test
    void whatWasPrintedIsKept() {
        SheetPress press = new SheetPress((seen, request) -> sheet(), Duration.ofSeconds(1));
        assertThat(press.print(view, on(Paper.A4_LANDSCAPE))).isSameAs(press.print(view, on(Paper.A4_LANDSCAPE)));
        press.print(view, on(Paper.A3_LANDSCAPE));
        assertThat(printed).hasValue(2);
    }

    @Test
    void whileOneIsPrintedAnotherWaitsAndThenIsSentAway() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        SheetPress press = new SheetPress(
                (seen, request) -> {
                    began.countDown();
                    await(mayEnd);
                    return sheet();
                },
                Duration.ofMillis(100));
        CompletableFuture<?> first = CompletableFuture.runAsync(() -> press.print(view, on(Paper.A4_LANDSCAPE)));
        await(began);
        assertThatThrownBy(() -> press.print(view, on(Paper.A3_LANDSCAPE)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("thematic.press-busy");
        mayEnd.countDown();
        first.join();
        press.print(view, on(Paper.A3_LANDSCAPE));
        assertThat(printed).hasValue(2);
    }

    private MapSheet.Sheet sheet() {
        printed.incrementAndGet();
        return new MapSheet.Sheet(new byte[10], Map.of());
    }

    private SheetRequest on(Paper paper) {
        return new SheetRequest(classed, view.type("bina"), paper, Locale.ENGLISH, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
