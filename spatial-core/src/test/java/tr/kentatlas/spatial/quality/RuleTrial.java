package tr.kentatlas.spatial.quality;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.Replacing;

/** A city that is loaded, frozen and judged by the rules. */
final class RuleTrial {
    static final Progress QUIET = Progress.silent();
    static final RuleBook BOOK = RuleBook.read(TestCity.MODEL);

    final PGSimpleDataSource city = TestCity.empty();
    final JdbcClient jdbc = JdbcClient.create(city);
    final Publisher publisher;
    private final Findings findings = new Findings(city);

    RuleTrial() {
        this(BOOK);
    }

    RuleTrial(RuleBook book) {
        publisher = new Publisher(city, TestCity.MODEL, TestCity.SRID, new QualityRun(city, book), List.of());
    }

    /** A trial of one rule. */
    static RuleTrial of(String... ruleIds) {
        List<Rule> rules =
                Stream.of(ruleIds).map(id -> BOOK.find(id).orElseThrow()).toList();
        return new RuleTrial(new RuleBook(rules, BOOK.places()));
    }

    RuleTrial load(FeatureSource source) {
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(source, "tester", QUIET);
        return this;
    }

    RuleTrial load(CleanCity records) {
        return load(new ListSource(0, records.records()));
    }

    Release draft() {
        return publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET).release();
    }

    /** Judges the newest draft: rules that found something, with how much. */
    Map<String, Long> check() {
        return publisher.check(QUIET).stream()
                .filter(outcome -> outcome.found() > 0)
                .collect(Collectors.toMap(Outcome::ruleId, Outcome::found));
    }

    List<Finding> findings(Release draft, String ruleId) {
        return findings.page(draft.number(), ruleId, 0, 100_000);
    }
}
