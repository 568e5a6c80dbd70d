package tr.kentatlas.registry.maks;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.maks.CallTrouble.Effect;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Collects the answer to the question for the highest version. */
final class VersionAnswer {
    private @Nullable Answer answer;
    private @Nullable Long version;

    void take(XmlNode child) {
        switch (child.name()) {
            case "Bilgi" -> answer = Results.answer(child);
            case "SurumNo" -> version = parse(child.text());
            default -> {
                // A newer contract may say more than we ask for.
            }
        }
    }

    private static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw MessageTrouble.of(Saying.NO_NUMBER, "SurumNo", MessageTrouble.shown(text))
                    .by(e);
        }
    }

    long version() {
        Answer said = answer;
        Long number = version;
        if (said != null && !Results.isDone(said)) {
            throw CallTrouble.told(said);
        }
        if (said == null || number == null) {
            throw CallTrouble.of(
                    Effect.UNKNOWN, ResultCode.CONTRACT_CHANGED, Saying.ANSWER_LACKS_ONE_OF, "Bilgi", "SurumNo");
        }
        return number;
    }
}
