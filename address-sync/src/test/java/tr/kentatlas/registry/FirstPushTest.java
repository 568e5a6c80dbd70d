package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.push.OutboxList;

class FirstPushTest {
    private final SyncCity city = SyncCity.small();
    private final MemoryRegistry registry = MemoryRegistry.kind();
    private final Sync sync = Sync.with(city, registry);

    @Test
    void aWholeCityGoesToAnEmptyRegistryParentsFirst() {
        sync.publishAll();
        assertThat(sync.open()).isEmpty();
        assertThat(sync.state("true")).isEqualTo("verified");
        assertThat(registry.truth().streets).hasSize(4);
        assertThat(registry.truth().buildings).hasSize(8);
        assertThat(registry.truth().doors).hasSize(8);
        assertThat(registry.truth().units).hasSize(16);
    }

    @Test
    void aRoadThroughTwoNeighbourhoodsHasTwoStreetCodesAndOneRoadCode() {
        sync.publishAll();
        var parts = registry.truth().streets.values().stream()
                .filter(s -> s.name().equals("ATATÜRK"))
                .toList();
        assertThat(parts)
                .hasSize(2)
                .extracting(s -> s.neighbourhood())
                .containsExactlyInAnyOrder(SyncCity.WEST, SyncCity.EAST);
        assertThat(parts.get(0).road()).isEqualTo(parts.get(1).road());
    }

    @Test
    void whatWasNewIsToldAsNewAlsoWithTheCodeItGot() {
        sync.publishAll();
        assertThat(new OutboxList(sync.store).newest(MessageState.VERIFIED, 1000))
                .hasSizeGreaterThan(20)
                .allMatch(message -> message.kind() == OutboxEntry.Kind.ADD && message.code() != null);
    }

    @Test
    void theGivenCodesAreInTheCitysData() {
        sync.publishAll();
        assertThat(
                        city.count(
                                "working.numarataj d JOIN registry.link k ON k.object = d.tucbs_no AND k.code = d.numarataj_kodu"))
                .isEqualTo(8);
        assertThat(city.count("working.bagimsiz_bolum WHERE adres_no > 2147483647"))
                .isEqualTo(16);
        assertThat(city.count("working.yol_orta_hat_yon WHERE uavt_kodu IS NULL"))
                .isZero();
    }
}
