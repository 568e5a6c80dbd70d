package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.model.Certainty;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.CodeList.Code;
import tr.kentatlas.spatial.model.Text;

class CodeWordsTest {
    private static final CodeList LIST = new CodeList(
            "liste",
            new Text("Liste", "List"),
            "test",
            Certainty.CITY,
            CodeList.Extensibility.OPEN,
            List.of(
                    code("depo", "Depo"),
                    code("ardiye", "DEPO"),
                    code("park", "Park Alanı", "Yeşil"),
                    code("Yeşil", "Orman")));

    /** Of two codes that are called alike neither is meant; a code is always itself. */
    @ParameterizedTest
    @CsvSource({
        "depo, depo",
        "Depo, Depo",
        "park alani, park",
        "PARK ALANI, park",
        "Yeşil, Yeşil",
        "yesil, park",
        "orman, Yeşil",
        "Göl, Göl"
    })
    void aWordIsReadAsTheOneCodeItMeans(String word, String code) {
        assertThat(new CodeWords(LIST).code(word)).isEqualTo(code);
    }

    private static Code code(String code, String title, String... also) {
        return new Code(code, new Text(title, title), null, null, null, List.of(also), null, null);
    }
}
