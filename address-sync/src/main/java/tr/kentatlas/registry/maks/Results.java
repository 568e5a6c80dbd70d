package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.soap.XmlNode;

/** The contract's result numbers in our words; one we do not know is never a success. */
final class Results {
    private Results() {}

    static Answer answer(XmlNode info) {
        String raw = info.required("Kod");
        return Answer.theirs(code(raw), raw, info.text("Aciklama").orElse(""));
    }

    static boolean isDone(Answer answer) {
        return answer.code() == ResultCode.OK || answer.code() == ResultCode.OK_WITH_WARNING;
    }

    private static ResultCode code(String raw) {
        return switch (raw) {
            case "0" -> ResultCode.OK;
            case "1" -> ResultCode.OK_WITH_WARNING;
            case "100" -> ResultCode.VALIDATION;
            case "101" -> ResultCode.DUPLICATE;
            case "102" -> ResultCode.NOT_FOUND;
            case "103" -> ResultCode.PARENT_RETIRED;
            case "104" -> ResultCode.GEOMETRY;
            case "105" -> ResultCode.STALE_VERSION;
            case "200" -> ResultCode.NOT_AUTHORISED;
            case "201" -> ResultCode.OUT_OF_AREA;
            case "300" -> ResultCode.BUSY_RETRY;
            case "301" -> ResultCode.OUTAGE;
            default -> ResultCode.UNKNOWN;
        };
    }
}
