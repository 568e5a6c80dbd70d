package tr.kentatlas.api.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.Attribution;

class CreditsTest {
    private final List<Attribution> imported = new ArrayList<>();
    private final Credits credits = new Credits(() -> imported);

    @Test
    void whatWasImportedMeanwhileIsNamedWithTheNextRelease() {
        credits.renew();
        imported.add(new Attribution("© Komşu Belediye", null));
        assertThat(credits.text()).isEmpty();
        credits.renew();
        assertThat(credits.text()).isEqualTo("© Komşu Belediye");
    }

    @Test
    void mapsShowThemWithLinksToTheirLicences() {
        imported.add(new Attribution("© Ali & Veli <Ltd>", null));
        imported.add(new Attribution("© OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"));
        credits.renew();
        assertThat(credits.html())
                .isEqualTo("© Ali &amp; Veli &lt;Ltd&gt; · <a href=\"https://www.openstreetmap.org/copyright\">"
                        + "© OpenStreetMap contributors</a>");
    }
}
