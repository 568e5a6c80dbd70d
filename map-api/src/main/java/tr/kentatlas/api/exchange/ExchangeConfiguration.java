package tr.kentatlas.api.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.store.WallReader;

/** The parts of the exchange that are no components themselves, and the toll every request of a partner pays. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    Agreements agreements(@Desk JdbcClient desk, @Desk TransactionTemplate together) {
        return new Agreements(desk, together);
    }

    @Bean
    Keys keys(@Desk JdbcClient desk) {
        return Keys.ofAgreements(desk);
    }

    @Bean
    Differences differences(WallReader reader) {
        return new Differences(reader);
    }

    @Bean
    WebMvcConfigurer tollGate(Toll toll) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(toll).addPathPatterns("/**").excludePathPatterns("/desk/**", "/api/desk/**");
            }
        };
    }
}
