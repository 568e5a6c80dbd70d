package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.exchange.receipt.Receivers;

/** What a partner received as tiles and pictures: how many features of which layers, and which; held against what the tiles' bytes say. */
class MapReceiptTest {
    /** As many that are not in a tile are asked for, too. */
    private static final int OTHERS = 200;

    private static final long LAST_TWELVE_DIGITS = 0xFFFF_FFFF_FFFFL;

    private static final ExchangeCity CITY = ExchangeCity.shared();

    private static Draft ofFloors(int floors) {
        Draft draft = CITY.draft();
        draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", "zeminUstuKatSayisi = " + floors);
        return draft;
    }

    @Test
    void theStatementCountsTheFeaturesOfEveryTileAlsoOfOneThatWasKept() {
        Partnership partner = CITY.partner(ofFloors(3).sharing("parsel", "adaNo"));
        String[] addresses = {"/ogc/tiles/WebMercatorQuad/" + CITY.tile(), collection("bina"), collection("parsel")};
        Map<String, Long> carried = new HashMap<>();
        Map<String, Long> answers = new HashMap<>();
        for (int again = 0; again < 3; again++) {
            for (String address : addresses) {
                features(CITY, partner, address).forEach((type, own) -> {
                    carried.merge(type, (long) own.size(), Long::sum);
                    answers.merge(type, 1L, Long::sum);
                });
            }
        }
        assertThat(carried).containsOnlyKeys("bina", "parsel");
        for (String type : carried.keySet()) {
            assertThat(told(partner, "tiles", type, "features")).isEqualTo(carried.get(type));
            assertThat(told(partner, "tiles", type, "answers")).isEqualTo(answers.get(type));
        }
    }

    @Test
    void anEmptyTileOfALayerIsAnAnswerThatToldNothingOfIt() {
        Partnership partner = CITY.partner(ofFloors(3));
        assertThat(CITY.bytes("/ogc/collections/bina/tiles/WebMercatorQuad/14/0/0", partner.header())
                        .statusCode())
                .isEqualTo(204);
        assertThat(told(partner, "tiles", "bina", "answers")).isEqualTo(1);
        assertThat(told(partner, "tiles", "bina", "features")).isZero();
        assertThat(CITY.database()
                        .sql("SELECT count(*) FROM exchange.receipt_map WHERE agreement_id = ?")
                        .param(partner.agreement().id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theStatementCountsTheFeaturesOfAPicture() {
        Partnership partner = CITY.partner(ofFloors(3).sharing("parsel", "adaNo"));
        CITY.bytes(picture("bina", "32.0,39.0,34.0,41.0"), partner.header());
        CITY.bytes(picture("bina,parsel", "20.0,39.0,20.1,39.1"), partner.header());
        assertThat(told(partner, "wms", "bina", "features"))
                .isEqualTo(buildings(3).size());
        assertThat(told(partner, "wms", "bina", "answers")).isEqualTo(2);
        assertThat(told(partner, "wms", "parsel", "answers")).isEqualTo(1);
        assertThat(told(partner, "wms", "parsel", "features")).isZero();
    }

    @Test
    void theFeaturesOfAPictureAreCountedThoughEachIsButADot() {
        Partnership partner = CITY.partner(Draft.of("2026/901").sharing("bina", "zeminUstuKatSayisi"));
        CITY.bytes(picture("bina", "32.0,39.0,34.0,41.0"), partner.header());
        assertThat(told(partner, "wms", "bina", "features"))
                .isEqualTo(buildings().size());
    }

    @Test
    void whoReceivedAFeatureIsWhoHasItInATile() {
        Partnership partner = CITY.partner(ofFloors(3));
        Set<Long> inTile = ofBuildings(CITY, partner, collection("bina"));
        Set<Long> answered = new HashSet<>();
        int asked = 0;
        for (UUID id : buildings()) {
            boolean isAsked = inTile.contains(number(id)) || asked++ < OTHERS;
            if (isAsked && !receivers(partner, id).isEmpty()) answered.add(number(id));
        }
        assertThat(answered).isEqualTo(inTile).isNotEmpty();
        assertThat(inTile.size()).isLessThan(buildings(3).size());
    }

    @Test
    void whatWasReceivedOfAnEarlierReleaseOrVersionStaysReceived() {
        try (ExchangeCity changing = new ExchangeCity()) {
            Draft draft = Draft.of("2026/900");
            draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", "zeminUstuKatSayisi = 3");
            Partnership partner = changing.partner(draft);
            String address = "/ogc/collections/bina/tiles/WebMercatorQuad/" + changing.tile();
            Set<Long> first = ofBuildings(changing, partner, address);
            changing.database()
                    .sql("UPDATE working.bina SET kat_ustu = 4 WHERE kat_ustu = 3")
                    .update();
            changing.publish();
            assertThat(features(changing, partner, address)).isEmpty();
            amend(changing, partner, Draft.of("2026/900").sharing("bina", "zeminUstuKatSayisi"));
            features(changing, partner, address);
            UUID id = byNumber(changing, first.iterator().next());
            assertThat(changing.bean(Receivers.class).of("bina", id))
                    .allMatch(Receivers.Receiver::isByPlace)
                    .extracting(Receivers.Receiver::version, Receivers.Receiver::release)
                    .containsExactly(tuple(2, 2L), tuple(1, 1L));
        }
    }

    private static void amend(ExchangeCity changing, Partnership partner, Draft draft) {
        changing.bean(Agreements.class)
                .amend(
                        partner.agreement().id(),
                        partner.agreement().version(),
                        TermsReader.read(draft.json(), changing.edition().current()),
                        "test");
        changing.bean(BookKeeper.class).renew();
    }

    private static List<Receivers.Receiver> receivers(Partnership partner, UUID id) {
        return CITY.bean(Receivers.class).of("bina", id).stream()
                .filter(receiver ->
                        receiver.agreement().equals(partner.agreement().number()))
                .toList();
    }

    private static List<UUID> buildings(int floors) {
        return identities(CITY, "SELECT tucbs_no FROM working.bina WHERE kat_ustu = " + floors);
    }

    private static List<UUID> buildings() {
        return identities(CITY, "SELECT tucbs_no FROM working.bina");
    }

    private static UUID byNumber(ExchangeCity changing, long number) {
        return identities(changing, "SELECT tucbs_no FROM working.bina").stream()
                .filter(id -> number(id) == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<UUID> identities(ExchangeCity served, String sql) {
        return served.database()
                .sql(sql)
                .query((row, n) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    private static long number(UUID id) {
        return id.getLeastSignificantBits() & LAST_TWELVE_DIGITS;
    }

    private static String collection(String type) {
        return "/ogc/collections/" + type + "/tiles/WebMercatorQuad/" + CITY.tile();
    }

    private static String picture(String layers, String box) {
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=" + layers + "&STYLES=&CRS=CRS:84&BBOX=" + box
                + "&WIDTH=64&HEIGHT=64&FORMAT=image/png";
    }

    /** The numbers of each type's features in a tile, by geometry or by label. */
    private static Map<String, Set<Long>> features(ExchangeCity served, Partnership partner, String address) {
        Map<String, Set<Long>> types = new HashMap<>();
        MvtIds.read(served.bytes(address, partner.header()).body())
                .forEach((name, layer) -> types.computeIfAbsent(name.replace("_etiket", ""), n -> new HashSet<>())
                        .addAll(layer.features()));
        return types;
    }

    private static Set<Long> ofBuildings(ExchangeCity served, Partnership partner, String address) {
        return features(served, partner, address).getOrDefault("bina", Set.of());
    }

    private static long told(Partnership partner, String channel, String type, String figure) {
        long sum = 0;
        for (var use : CITY.json("/exchange/statistics", partner).path("use")) {
            boolean isMeant = use.path("channel").asString().equals(channel)
                    && use.path("type").asString().equals(type);
            if (isMeant) sum += use.path(figure).asLong();
        }
        return sum;
    }
}
