package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.maks.CallTrouble.Effect;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.soap.SoapFault;

/** What a SOAP fault says about the request: WS-Security's codes turn it away, Client refuses it, Server leaves it open. */
final class Faults {
    private Faults() {}

    static CallTrouble trouble(SoapFault fault) {
        return switch (fault.code()) {
            case "FailedAuthentication", "InvalidSecurityToken", "InvalidSecurity" ->
                trouble(Effect.NONE, ResultCode.AUTH_REFUSED, fault);
            case "MessageExpired" -> trouble(Effect.NONE, ResultCode.AUTH_EXPIRED, fault);
            case "Client", "VersionMismatch", "MustUnderstand" ->
                trouble(Effect.REFUSED, ResultCode.CONTRACT_CHANGED, fault);
            default -> trouble(Effect.UNKNOWN, ResultCode.OUTAGE, fault);
        };
    }

    private static CallTrouble trouble(Effect effect, ResultCode code, SoapFault fault) {
        return new CallTrouble(effect, Answer.theirs(code, null, fault.text())).by(fault);
    }
}
