package tr.kentatlas.api.access.audit;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.ops.journal.LocalJournal;
import tr.kentatlas.api.ops.journal.Shipper;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The audit of one node: its journal, put on disk at least every fifth of a second and shipped every second. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(AuditConfiguration.class);
    static final String SUFFIX = ".journal";
    static final int ROOM = 1 << 18;
    private static final long LARGEST = 4L << 20;
    private static final Duration TO_DISK = Duration.ofMillis(200);
    private static final Duration TO_DATABASE = Duration.ofSeconds(1);

    @Bean(destroyMethod = "close")
    LocalJournal journal(City city) {
        return new LocalJournal(city.journal(), SUFFIX, ROOM);
    }

    @Bean
    static Shipper shipper(LocalJournal journal, @Desk JdbcClient desk) {
        return new Shipper(journal, LARGEST, file -> new AuditPortion(desk, journal.number(file)));
    }

    @Bean
    Audit audit(LocalJournal journal) {
        return entry -> {
            try {
                journal.append(JournalLine.write(entry));
            } catch (IOException e) {
                LOG.error("the audit journal cannot be written", e);
                throw Problem.unavailable(Wording.of("service.audit"));
            }
        };
    }

    @Bean
    Job journalToDisk(LocalJournal journal) {
        return job("audit-to-disk", TO_DISK, journal::force);
    }

    @Bean
    Job journalToDatabase(Shipper shipper) {
        return job("audit-to-database", TO_DATABASE, shipper::ship);
    }

    private static Job job(String name, Duration rest, Work work) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration rest() {
                return rest;
            }

            @Override
            public void run() throws IOException {
                work.run();
            }
        };
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
