package tr.kentatlas.api.desk.release;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.quality.RuleBook;

/** The rules drafts are checked by, in the words of people. */
@Configuration(proxyBeanMethods = false)
class ReleaseRules {
    /** Read when they are first asked for. */
    @Bean
    @Lazy
    RuleBook ruleBook() {
        return RuleBook.read(ModelReader.read());
    }
}
