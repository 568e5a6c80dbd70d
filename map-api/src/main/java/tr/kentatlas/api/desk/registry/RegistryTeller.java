package tr.kentatlas.api.desk.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.desk.registry.RegistryRun.Progress;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.api.registry.WorklistCsv;
import tr.kentatlas.registry.match.MatchRates.Rate;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.worklist.Worklist.Row;

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

    /** One line of the work list as it is told: with its answer in words. */
    record TaskTold(
            @JsonUnwrapped @JsonIgnoreProperties("said") Row row,
            @Nullable String message) {}

    /**
     * One message to the registry as it is told.
     *
     * @param action add, change or retire
     * @param result what the answer means, {@code meaning} the same in words
     */
    record MessageTold(
            long number,
            UUID request,
            String level,
            String action,
            @Nullable String label,
            @Nullable Long code,
            @Nullable String mahalle,
            String state,
            int tries,
            @Nullable ResultCode result,
            @Nullable String meaning,
            @Nullable String message,
            String queuedBy,
            OffsetDateTime queuedAt,
            @Nullable OffsetDateTime answeredAt) {}

    RunTold run(Progress run, Locale language) {
        String message = run.message() == null ? "" : words.tell(run.message(), language);
        return new RunTold(run.state().word(), run.what(), run.done(), run.all(), run.held(), message, run.at());
    }

    List<RateTold> rates(List<Rate> rates, Locale language) {
        return rates.stream()
                .map(rate -> new RateTold(rate, told(rate.remark(), language)))
                .toList();
    }

    Function<Remark, String> remarks(Locale language) {
        return remark -> words.tell(RegistryWordings.of(remark), language);
    }

    List<TaskTold> tasks(List<Row> rows, Locale language) {
        return rows.stream()
                .map(row -> new TaskTold(row, told(row.said(), language)))
                .toList();
    }

    WorklistCsv worklist(Locale language) {
        return new WorklistCsv(words, language);
    }

    private @Nullable String told(@Nullable Remark said, Locale language) {
        return said == null ? null : remarks(language).apply(said);
    }

    List<MessageTold> messages(List<OutboxEntry> messages, Locale language) {
        return messages.stream().map(message -> message(message, language)).toList();
    }

    private MessageTold message(OutboxEntry one, Locale language) {
        return new MessageTold(
                one.number(),
                one.request(),
                one.level().word(),
                one.kind().word(),
                one.label(),
                one.code(),
                one.place(),
                one.state().word(),
                one.tries(),
                one.result(),
                Optional.ofNullable(one.result())
                        .map(code -> words.tell(RegistryWordings.of(code), language))
                        .orElse(null),
                told(one.said(), language),
                one.queuedBy(),
                one.queuedAt(),
                one.answeredAt());
    }
}
