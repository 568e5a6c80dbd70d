package tr.kentatlas.api.registry;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.maks.MaksSettings;

/** The way to the national address registry, where one is configured by {@code kent.registry.url}, {@code .user} and {@code .password}. */
@Configuration(proxyBeanMethods = false)
class RegistryAccess {
    @Bean
    @ConditionalOnProperty("kent.registry.url")
    MaksRegistry nationalRegistry(
            @Value("${kent.registry.url}") URI url,
            @Value("${kent.registry.user}") String user,
            @Value("${kent.registry.password}") String password) {
        return MaksRegistry.over(MaksSettings.of(url, user, password));
    }
}
