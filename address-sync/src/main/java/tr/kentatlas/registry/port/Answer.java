package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * What the registry answered, as we understand it and as it said it.
 *
 * @param rawCode the registry's own code; null when there was no answer
 * @param said the registry's own words, or what is to be said in their place; null when there is nothing
 */
public record Answer(
        ResultCode code, @Nullable String rawCode, @Nullable Remark said) {

    /** What we say where the registry says nothing of use. */
    public static Answer ours(ResultCode code, Saying saying, Object... values) {
        return new Answer(code, null, Remark.of(saying, values));
    }

    /** An answer in the registry's own words, which may be empty. */
    public static Answer theirs(ResultCode code, @Nullable String rawCode, String words) {
        return new Answer(code, rawCode, words.isBlank() ? null : Remark.theirs(words));
    }

    /** The whole of it, for an answer that is no success. */
    public Remark failure() {
        return said == null ? Remark.of(Saying.FAILURE_WITHOUT_WORDS, code) : Remark.of(Saying.FAILURE, code, said);
    }
}
