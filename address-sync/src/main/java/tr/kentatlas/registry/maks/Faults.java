package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.maks.CallTrouble.Effect;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.soap.SoapFault;

/** What a SOAP fault says about the request: WS-Security's codes turn it away, Client refuses it, Server leaves it open. */
final class Faults {
    private Faults() {}

    static CallTrouble trouble(SoapFault fault) {
        return switch (fault.code()) {
            case "FailedAuthentication", "InvalidSecurityToken", "InvalidSecurity" ->
                new CallTrouble(Effect.NONE, ResultCode.AUTH_REFUSED, fault.text(), fault);
            case "MessageExpired" -> new CallTrouble(Effect.NONE, ResultCode.AUTH_EXPIRED, fault.text(), fault);
            case "Client", "VersionMismatch", "MustUnderstand" ->
                new CallTrouble(Effect.REFUSED, ResultCode.CONTRACT_CHANGED, fault.text(), fault);
            default -> new CallTrouble(Effect.UNKNOWN, ResultCode.OUTAGE, fault.text(), fault);
        };
    }
}
