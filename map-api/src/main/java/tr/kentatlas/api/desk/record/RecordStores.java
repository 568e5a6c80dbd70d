package tr.kentatlas.api.desk.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.edit.UsualValues;
import tr.kentatlas.spatial.store.edit.WorkingEdits;
import tr.kentatlas.spatial.store.edit.WorkingRecords;
import tr.kentatlas.spatial.store.edit.WorkingShapes;
import tr.kentatlas.spatial.store.schema.Migrations;

/** The ways to the records of the working data; each is made when it is first asked for, since it reads the model and the database. */
@Configuration(proxyBeanMethods = false)
class RecordStores {
    /** Who looks for a record waits no longer than that. */
    private static final int PATIENCE_SECONDS = 10;

    @Bean
    @Lazy
    WorkingRecords workingRecords(Model model, City city) {
        JdbcTemplate desk = new JdbcTemplate(city.desk());
        desk.setQueryTimeout(PATIENCE_SECONDS);
        return new WorkingRecords(JdbcClient.create(desk), model, Migrations.storedSrid(city.desk()));
    }

    @Bean
    @Lazy
    UsualValues usualValues(@Desk JdbcClient desk) {
        return new UsualValues(desk);
    }

    @Bean
    @Lazy
    WorkingEdits workingEdits(Model model, City city) {
        return new WorkingEdits(city.desk(), model, Migrations.storedSrid(city.desk()));
    }

    @Bean
    @Lazy
    WorkingShapes workingShapes(@Desk JdbcClient desk, City city) {
        return new WorkingShapes(desk, Migrations.storedSrid(city.desk()));
    }
}
