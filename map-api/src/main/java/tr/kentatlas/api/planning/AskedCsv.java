package tr.kentatlas.api.planning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.word.Worded;

/** The form of CSV that was asked for. */
final class AskedCsv {
    private AskedCsv() {}

    /**
     * By the word for what stands between cells, else as the language has it.
     *
     * @throws Problem when no form is called so
     */
    static Csv of(@Nullable String separator, Locale language) {
        if (separator == null) return Csv.in(language);
        return Worded.find(Csv.class, separator).orElseThrow(() -> Problem.invalid("separator", "planning.separator"));
    }
}
