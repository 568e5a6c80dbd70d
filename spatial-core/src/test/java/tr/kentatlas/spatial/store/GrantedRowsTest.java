package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** No statement says more of a type than its grant. */
class GrantedRowsTest {
    private static final FeatureType BUILDING = TestCity.MODEL.get("bina");
    private static final Edition.Entry ENTRY = new Edition.Entry(BUILDING, TestCity.MODEL, 7, "", 0, null, null, true);
    private static final Edition EDITION = new Edition(1, Instant.EPOCH, 5254, Map.of("bina", ENTRY));
    private static final Grant.TypeGrant NAMES = Grant.TypeGrant.of(Set.of("adi"));

    @Test
    void whatIsAddedLeavesTheGrantsConditionStanding() {
        VisibleType low = seen(Grant.Audience.NAMED, NAMES.where(Cql2Text.parse("zeminUstuKatSayisi < 5")));
        String sql = GrantedRows.of(EDITION, low)
                .where(SqlFragment.of("FALSE OR TRUE"))
                .select("adi")
                .fragment()
                .sql();
        assertThat(sql).startsWith("SELECT adi FROM yayin_7.bina WHERE ").endsWith(" AND (FALSE OR TRUE)");
        assertThat(sql).contains("kat_ustu");
    }

    @Test
    void whatIsShownAsThePublicSeesItIsReadInNoOtherWay() {
        Grant.TypeGrant counts = Grant.TypeGrant.of(Set.of("BO_konutBirimSayisi", "kayitDurumu"));
        VisibleType some = seen(Grant.Audience.NAMED, counts.asPublic(Set.of("BO_konutBirimSayisi")));
        assertThat(GrantedRows.of(EDITION, some)
                        .select("konut_sayisi")
                        .fragment()
                        .sql())
                .contains("FROM (SELECT sira, tucbs_no, ", "CASE konut_sayisi WHEN 1 THEN NULL WHEN 2 THEN NULL")
                .contains(" FROM yayin_7.bina) AS bina WHERE TRUE");
        assertThat(some.encoded()).isEmpty();
        assertThat(some.seesBlocks()).isFalse();
    }

    @Test
    void whoIsShownNothingButWhatThePublicSeesReadsItsCopy() {
        Grant.TypeGrant counts = Grant.TypeGrant.of(Set.of("BO_konutBirimSayisi"));
        assertThat(seen(Grant.Audience.NAMED, counts).readsPublicCopy()).isFalse();
        assertThat(seen(Grant.Audience.NAMED, counts.asPublic(counts.fields())).readsPublicCopy())
                .isTrue();
    }

    @Test
    void blocksAreReadByNobodyWhomTheGrantShowsLess() {
        VisibleType all = seen(Grant.Audience.PUBLIC, NAMES);
        assertThat(GrantedRows.of(EDITION, all).blocks().fragment().sql()).contains("FROM acik_7.bina_karo ");
        VisibleType low = seen(Grant.Audience.PUBLIC, NAMES.where(Cql2Text.parse("zeminUstuKatSayisi < 5")));
        assertThatThrownBy(() -> GrantedRows.of(EDITION, low).blocks()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyStandsBeforeTwoWallsAtOnce() {
        GrantedSql open =
                GrantedRows.of(EDITION, seen(Grant.Audience.PUBLIC, NAMES)).select("adi");
        VisibleType low = seen(Grant.Audience.NAMED, NAMES.where(Cql2Text.parse("zeminUstuKatSayisi < 5")));
        GrantedSql named = GrantedRows.of(EDITION, low).select("adi");
        assertThatThrownBy(() -> open.join(" UNION ALL ", named)).isInstanceOf(IllegalArgumentException.class);
    }

    private static VisibleType seen(Grant.Audience audience, Grant.TypeGrant granted) {
        Grant grant = new Grant("test", audience, Map.of("bina", granted));
        return VisibleType.find(EDITION, grant, "bina").orElseThrow();
    }
}
