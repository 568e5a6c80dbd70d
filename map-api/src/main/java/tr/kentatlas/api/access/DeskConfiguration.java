package tr.kentatlas.api.access;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.city.City;

/** The ways into the desk's tables, signed in as {@code kent_desk}. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    @Desk
    JdbcClient deskJdbc(City city) {
        return JdbcClient.create(city.desk());
    }

    @Bean
    @Desk
    TransactionTemplate deskTransaction(City city) {
        return transaction(city.desk());
    }

    private static TransactionTemplate transaction(DataSource desk) {
        return new TransactionTemplate(new JdbcTransactionManager(desk));
    }
}
