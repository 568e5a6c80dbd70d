package tr.kentatlas.spatial.store.edit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.schema.Findable;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * What somebody looks for records by: words, each of which begins a word of one of their texts, or how one of their numbers begins. An
 * index answers each of the conditions.
 */
record SearchedWords(String whole, List<String> words) {
    static final int MOST = 6;

    static SearchedWords of(String text) {
        return new SearchedWords(
                text.strip(),
                Arrays.stream(text.split("[\\s/·,]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST)
                        .toList());
    }

    /** Which rows {@code v} they find by these attributes. */
    SqlFragment condition(List<Attribute> searched) {
        List<SqlFragment> inTexts =
                words.stream().map(word -> inTexts(word, searched)).toList();
        Stream<SqlFragment> inNumbers = searched.stream()
                .filter(Findable::isNumber)
                .map(number -> of(number, "v.%1$s IS NOT NULL AND left(v.%1$s::text, 500) LIKE ?", beginning()));
        return SqlFragment.or(
                Stream.concat(Stream.of(SqlFragment.and(inTexts)), inNumbers).toList());
    }

    private static SqlFragment inTexts(String word, List<Attribute> searched) {
        return SqlFragment.or(searched.stream()
                .filter(text -> !Findable.isNumber(text))
                .map(text -> of(text, "v.%1$s IS NOT NULL AND kent.words(v.%1$s) @@ kent.begins(?)", word))
                .toList());
    }

    private static SqlFragment of(Attribute attribute, String condition, String value) {
        return SqlFragment.of(condition.formatted(attribute.column()), value).enclosed();
    }

    private String beginning() {
        return whole.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The closest first: the most whole words, then the shortest text. */
    SqlFragment order(List<Attribute> searched) {
        String text = searched.stream()
                .map(attribute -> "v." + attribute.column())
                .collect(Collectors.joining(", ", "' ' || kent.search_key(concat_ws(' ', ", ")) || ' '"));
        String isWhole = "(position(' ' || kent.search_key(?) || ' ' IN " + text + ") > 0)::int";
        return SqlFragment.join(
                        " + ",
                        words.stream()
                                .map(word -> SqlFragment.of(isWhole, word))
                                .toList())
                .between("", " DESC, length(" + text + ")");
    }
}
