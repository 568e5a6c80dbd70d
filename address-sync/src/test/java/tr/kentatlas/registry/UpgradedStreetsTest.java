package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;

/** What was agreed about a street before its version told of its centre lines, too. */
class UpgradedStreetsTest extends RegisteredCity {
    private static final String UPGRADE = "/db/migration/V20261129_981__registry_streets_marked.sql";

    @Test
    void aStreetThatNobodyTouchedHereDidNotChangeHereByTheUpgrade() throws IOException {
        registry.change((truth, revision) -> truth.streets.replaceAll(
                (code, street) -> street.name().equals("LALE") ? truth.with(street, "GÜL", revision) : street));
        sync.pull();
        assertThat(changedBy()).isEqualTo("remote");
        agreedAsEarlier();
        assertThat(changedBy()).isEqualTo("both");
        upgrade();
        assertThat(changedBy()).isEqualTo("remote");
    }

    private String changedBy() {
        assertThat(sync.compared()).hasSize(1);
        return sync.open().stream().map(Conflict::changedBy).findFirst().orElseThrow();
    }

    private void agreedAsEarlier() {
        city.jdbc.sql("""
                        UPDATE registry.entry e SET agreed_ours = y.surum_no FROM registry.link k JOIN working.yol y ON y.tucbs_no = k.object
                        WHERE k.level = 'street' AND k.ended_at IS NULL AND e.level = 'street' AND e.code = k.code
                        """).update();
    }

    private void upgrade() throws IOException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream(UPGRADE))) {
            city.jdbc
                    .sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8))
                    .update();
        }
    }
}
