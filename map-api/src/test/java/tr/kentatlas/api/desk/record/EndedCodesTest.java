package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;

/** A code that has ended: the records that have it keep it and its words, and nobody chooses it anew. */
class EndedCodesTest {
    private static final String LIST = "yapiVeTesisOlanaklari";
    private static final String ENDED = "picnicArea";
    private static final Staff EDITOR = new Staff(1, "ayse", "Ayşe", EnumSet.of(Role.EDITOR));

    private final Model model = ended(ModelReader.read());
    private final RecordFields fields = RecordFields.of(model, model.get("karayolu_hizmet_alani"), EDITOR);

    @Test
    void itsWordsAreToldAndThatItIsNotOffered() {
        List<RecordFields.Code> codes = fields.told().stream()
                .filter(field -> field.name().equals("YapiveTesisOlanaklari"))
                .findFirst()
                .orElseThrow()
                .codes();
        assertThat(codes)
                .filteredOn(code -> !code.isOffered())
                .singleElement()
                .satisfies(code -> assertThat(code.title().tr()).isEqualTo("Piknik alanı"));
        assertThat(codes).filteredOn(RecordFields.Code::isOffered).hasSizeGreaterThan(3);
    }

    @Test
    void aRecordThatHasItMayKeepItBesideOthersAndNoOtherRecordIsGivenIt() {
        assertThat(values(List.of(ENDED))).containsEntry("tesis_olanaklari", List.of(ENDED, "food"));
        assertThatThrownBy(() -> values(List.of("food"))).hasMessageContaining("record.code");
    }

    private Map<String, Object> values(Collection<?> had) {
        Member wish = Member.document(
                JsonMapper.shared().readTree("{\"YapiveTesisOlanaklari\":[\"" + ENDED + "\",\"food\"]}"));
        Map<String, Object> values = new HashMap<>(RecordChange.values(wish, fields, one -> had));
        wish.faults().settle();
        return values;
    }

    private static Model ended(Model model) {
        Map<String, CodeList> lists = new HashMap<>(model.codeLists());
        lists.computeIfPresent(
                LIST,
                (name, list) -> new CodeList(
                        name,
                        list.title(),
                        list.source(),
                        list.certainty(),
                        list.extensibility(),
                        list.codes().stream().map(EndedCodesTest::ended).toList()));
        return new Model(model.themes(), model.common(), lists);
    }

    private static CodeList.Code ended(CodeList.Code code) {
        return code.code().equals(ENDED)
                ? new CodeList.Code(
                        code.code(),
                        code.title(),
                        code.parent(),
                        code.inspire(),
                        code.symbol(),
                        code.also(),
                        null,
                        LocalDate.of(2026, 1, 1))
                : code;
    }
}
