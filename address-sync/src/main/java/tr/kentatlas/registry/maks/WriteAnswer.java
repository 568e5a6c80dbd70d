package tr.kentatlas.registry.maks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.GivenCodes;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.RowReader;
import tr.kentatlas.registry.soap.XmlNode;

/** Collects the answer to a write, or to the question what became of one. */
final class WriteAnswer {
    private @Nullable Answer answer;
    private @Nullable Long code;
    private long version;
    private List<RegisteredSide> sides = List.of();

    void take(XmlNode child) {
        switch (child.name()) {
            case "Bilgi" -> answer = Results.answer(child);
            case "KimlikNo" -> code = child.text().isEmpty() ? null : parse(child);
            case "SurumNo" -> version = child.text().isEmpty() ? 0 : parse(child);
            case "YonListesi" -> sides = RowReader.sides(new XmlNode("", "KayitYaniti", "", List.of(child)));
            default -> {
                // A newer contract may say more than we ask for.
            }
        }
    }

    private static long parse(XmlNode node) {
        try {
            return Long.parseLong(node.text());
        } catch (NumberFormatException e) {
            throw MessageTrouble.of(Saying.NO_NUMBER, node.name(), MessageTrouble.shown(node.text()))
                    .by(e);
        }
    }

    /** A number nobody knows, or a success without a code, says nothing about what was done. */
    WriteOutcome outcome() {
        Answer said = answer;
        if (said == null) {
            return new WriteOutcome.Uncertain(Answer.ours(ResultCode.CONTRACT_CHANGED, Saying.ANSWER_LACKS, "Bilgi"));
        }
        Long given = code;
        if (Results.isDone(said)) {
            return given == null
                    ? new WriteOutcome.Uncertain(new Answer(
                            ResultCode.CONTRACT_CHANGED, said.rawCode(), Remark.of(Saying.ANSWER_LACKS, "KimlikNo")))
                    : new WriteOutcome.Done(said, new GivenCodes(given, version, sides));
        }
        return switch (said.code()) {
            case BUSY_RETRY, OUTAGE -> new WriteOutcome.NotDone(said);
            case UNKNOWN -> new WriteOutcome.Uncertain(said);
            default -> new WriteOutcome.Refused(said);
        };
    }
}
