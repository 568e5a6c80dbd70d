package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** A partner that reads its feed without pause while releases are published and taken back gets each change once and in order. */
class FeedDuringPublishingTest {

    @Test
    void eachChangeComesOnceAndInOrder() throws Exception {
        try (ExchangeCity city = ExchangeCity.ofFew()) {
            var draft = city.draft().with("ratePerMinute", 60_000).with("monthlyQuota", 1_000_000);
            draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", "zeminUstuKatSayisi < 5");
            Partnership partner = city.partner(draft);
            Follower follower = new Follower(city, partner);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                while (!over.get()) follower.catchUp();
            });
            for (int i = 1; i <= 3; i++) {
                change(city, i);
                city.publish("bina");
                if (i == 2) city.rollback();
            }
            city.rollback();
            over.set(true);
            reader.get(60, TimeUnit.SECONDS);
            follower.catchUp();
            follower.assertCurrent();
            assertThat(follower.turns())
                    .as("publications that stayed, and roll-backs")
                    .isGreaterThanOrEqualTo(4);
        }
    }

    private static void change(ExchangeCity city, int step) {
        city.database()
                .sql("UPDATE working.bina SET kat_ustu = (kat_ustu + ?) % 8 WHERE row_no % 4 = ?")
                .params(step, step % 4)
                .update();
    }
}
