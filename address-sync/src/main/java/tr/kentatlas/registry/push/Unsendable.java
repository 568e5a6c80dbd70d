package tr.kentatlas.registry.push;

import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;

/** The object is not complete enough for the registry; the remark says what is missing. */
final class Unsendable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    Unsendable(Saying missing, Object... values) {
        this(Remark.of(missing, values));
    }

    private Unsendable(Remark remark) {
        super(remark.toString());
        this.remark = remark;
    }

    Remark remark() {
        return remark;
    }
}
