package tr.kentatlas.api.desk.release;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.quality.RuleBook;

/** The model drafts are made by and the rules they are checked by, in the words of people; each is read when it is first asked for. */
@Configuration(proxyBeanMethods = false)
class ReleaseRules {
    @Bean
    @Lazy
    Model model() {
        return ModelReader.read();
    }

    @Bean
    @Lazy
    RuleBook ruleBook(Model model) {
        return RuleBook.read(model);
    }
}
