package tr.kentatlas.api.ogc.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void anAddressOfVersion6CountsForTheNetworkItIsGivenWith() {
        assertThat(FilterSeats.network("2001:db8:1:2::1"))
                .isEqualTo(FilterSeats.network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(FilterSeats.network("2001:db8:1:3::1"));
        assertThat(FilterSeats.network("192.0.2.1")).isNotEqualTo(FilterSeats.network("192.0.2.2"));
    }
}
