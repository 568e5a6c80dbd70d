package tr.kentatlas.api.wms;

/** A request that cannot be answered, in the words of OGC 06-042 §6.11 and table E.1. */
final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A fault with its code.
     *
     * @param code one of the standard's; empty where it has none
     */
    ServiceException(String code, String message) {
        super(message);
        this.code = code;
    }

    static ServiceException missing(String parameter) {
        return new ServiceException("MissingParameterValue", parameter + " is missing.");
    }

    static ServiceException invalid(String parameter, String detail) {
        return new ServiceException("InvalidParameterValue", parameter + ": " + detail);
    }

    String code() {
        return code;
    }
}
