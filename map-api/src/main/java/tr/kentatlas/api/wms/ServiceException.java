package tr.kentatlas.api.wms;

import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** A request that cannot be answered, with a code of OGC 06-042 §6.11 and table E.1. */
final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Wording wording;

    /**
     * A fault with its code.
     *
     * @param code one of the standard's; empty where it has none
     */
    ServiceException(String code, Wording wording) {
        super(wording.toString());
        this.code = code;
        this.wording = wording;
    }

    static ServiceException missing(String parameter) {
        return new ServiceException("MissingParameterValue", Wording.of("wms.missing", parameter));
    }

    static ServiceException invalid(String parameter, Wording why) {
        return new ServiceException("InvalidParameterValue", Wording.of("wms.value", parameter, why));
    }

    /** What was refused elsewhere, for which the standard has no code. */
    static ServiceException of(Problem problem) {
        if (problem.faults().isEmpty()) return new ServiceException("", problem.wording());
        Object faults = problem.faults().stream()
                .map(fault -> Wording.of("wms.value", fault.parameter(), fault.wording()))
                .toList();
        return new ServiceException("", Wording.of("wms.faults", faults));
    }

    String code() {
        return code;
    }

    Wording wording() {
        return wording;
    }
}
