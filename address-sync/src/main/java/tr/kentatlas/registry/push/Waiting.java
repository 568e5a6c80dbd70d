package tr.kentatlas.registry.push;

import java.util.UUID;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;

/** The registry does not know its parent yet: it is sent after that. */
final class Waiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    Waiting(Level level, UUID parent) {
        this(Remark.of(Saying.WAITS_FOR, level, parent));
    }

    private Waiting(Remark remark) {
        super(remark.toString());
        this.remark = remark;
    }

    Remark remark() {
        return remark;
    }
}
