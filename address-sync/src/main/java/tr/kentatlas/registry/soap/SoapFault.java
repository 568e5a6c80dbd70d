package tr.kentatlas.registry.soap;

/** A SOAP 1.1 fault (section 4.4). */
public final class SoapFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SoapFault(String code, String text) {
        super(text);
        this.code = code;
    }

    static SoapFault of(XmlNode fault) {
        String code = fault.text("faultcode").orElse("");
        return new SoapFault(
                code.substring(code.indexOf(':') + 1), fault.text("faultstring").orElse(""));
    }

    /** The fault's code without its prefix: Client, Server, FailedAuthentication … */
    public String code() {
        return code;
    }

    /** The other side's own words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
