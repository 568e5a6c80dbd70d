package tr.kentatlas.api.exchange.receipt;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.ops.Variables;

/** The receipts of one node: their journal beside the audit's, and its way into the tables. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
    /** Forty megabytes are looked through within seconds. */
    private static final int PAGES = 5_000;

    @Bean(destroyMethod = "close")
    ReceiptJournal receiptJournal(City city) {
        return new ReceiptJournal(city.journal().resolve("receipts"));
    }

    /** Every answer passes it last. */
    @Bean
    @Order
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> wireCount(ReceiptJournal journal) {
        return factory -> factory.addServerCustomizers(server -> server.insertHandler(new WireCount(journal)));
    }

    @Bean
    Witness witness(ReceiptJournal journal, NamedReads reads) {
        return new Receipts(journal, reads);
    }

    @Bean
    ReceiptShipper receiptShipper(ReceiptJournal journal, @Desk JdbcClient desk, @Desk TransactionTemplate together) {
        return new ReceiptShipper(journal, desk, together);
    }

    /** Who does not say for how many years they are kept keeps them. */
    @Bean
    @ConditionalOnExpression("!'${kent.receipts.years:}'.isBlank()")
    ReceiptPruning receiptPruning(
            @Desk JdbcClient desk, @Desk TransactionTemplate together, Audit audit, Environment settings) {
        int years = ReceiptYears.in(Variables.in(settings)).orElseThrow();
        return new ReceiptPruning(desk, together, audit, years, PAGES);
    }
}
