package tr.kentatlas.api.desk.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.desk.registry.RegistryRun.Progress;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.registry.match.MatchRates.Rate;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;

/** Puts what the synchronisation says of its work into the words of who asks. */
@Component
class RegistryTeller {
    private final Words words;

    RegistryTeller(Words words) {
        this.words = words;
    }

    /**
     * A run as it is told.
     *
     * @param message empty when there is nothing to say
     */
    record RunTold(
            String state,
            RegistryRun.@Nullable What what,
            int done,
            int all,
            long held,
            String message,
            @Nullable Instant at) {}

    /** One level in one neighbourhood as it is told: with its remark in words. */
    record RateTold(
            @JsonUnwrapped @JsonIgnoreProperties("remark") Rate rate,
            @Nullable String message) {}

    RunTold run(Progress run, Locale language) {
        String message = run.message() == null ? "" : words.tell(run.message(), language);
        return new RunTold(run.state(), run.what(), run.done(), run.all(), run.held(), message, run.at());
    }

    List<RateTold> rates(List<Rate> rates, Locale language) {
        return rates.stream().map(rate -> rate(rate, remarks(language))).toList();
    }

    private static RateTold rate(Rate rate, Function<Remark, String> told) {
        return new RateTold(rate, Optional.ofNullable(rate.remark()).map(told).orElse(null));
    }

    Function<Remark, String> remarks(Locale language) {
        return remark -> words.tell(RegistryWordings.of(remark), language);
    }

    Function<ResultCode, String> results(Locale language) {
        return code -> words.tell(RegistryWordings.of(code), language);
    }
}
