package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever tries keys is seen. */
class RefusedKeysTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void keysThatOpenNothingAreToldToTheAuditButNotEachOfThem() throws InterruptedException {
        DeskClient guessing = new DeskClient(city.url()).bearing("kent_tahmin");
        for (int i = 0; i < 20; i++)
            assertThat(guessing.get("/ogc/collections").statusCode()).isEqualTo(401);
        assertThat(told()).isNotEmpty().hasSizeLessThan(20).allMatch(address -> address.matches("[0-9a-f.: \\[\\]]+"));
    }

    private List<String> told() throws InterruptedException {
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; Thread.sleep(100)) {
            List<String> found = city.database()
                    .sql("SELECT detail ->> 'address' FROM access.audit WHERE action = 'key.refused'")
                    .query((row, n) -> row.getString(1))
                    .list();
            if (!found.isEmpty()) return found;
        }
        return List.of();
    }
}
