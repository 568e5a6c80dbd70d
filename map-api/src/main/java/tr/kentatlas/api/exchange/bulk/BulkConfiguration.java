package tr.kentatlas.api.exchange.bulk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.delivery.GeoPackageFile;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.WallReader;

/** The formats partners fetch whole layers in. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    FeatureFile geoPackage(WallReader reader) {
        return new GeoPackageFile(reader);
    }

    @Bean
    FeatureFile geoJson(FeatureStore features) {
        return new GeoJsonFile(features);
    }
}
