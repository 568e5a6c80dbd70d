package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What a partner prints, they have received. */
class PrintedMapReceiptTest {
    @Test
    void aPrintedMapIsReceivedHoweverLongItsDefinition() {
        ExchangeCity city = ExchangeCity.shared();
        String filter = String.join(" AND ", Collections.nCopies(300, "zeminUstuKatSayisi > 0"));
        String definition = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"filter\":\"" + filter + "\"}";
        city.database()
                .sql("INSERT INTO thematic.map (map_id, definition, state, owner, changed_by)"
                        + " VALUES ('abcdefghijkp', ?::jsonb, 'shared', 'test', 'test')")
                .param(definition)
                .update();
        ExchangeCity.Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        var answer = city.bytes("/api/thematic/abcdefghijkp/pdf", partner.header());
        assertThat(answer.statusCode()).isEqualTo(200);
        city.ship();
        assertThat(city.database()
                        .sql("SELECT type FROM exchange.receipt_map WHERE channel = 'pdf' AND agreement_id = ?")
                        .param(partner.agreement().id())
                        .query(String.class)
                        .list())
                .containsExactly("bina");
    }
}
