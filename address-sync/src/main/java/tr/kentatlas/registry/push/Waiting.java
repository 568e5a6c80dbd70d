package tr.kentatlas.registry.push;

import java.util.UUID;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;

/** It cannot be sent yet: the registry does not know its parent, or it is a draft here. */
final class Waiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    Waiting(Level level, UUID parent) {
        this(Remark.of(Saying.WAITS_FOR, level, parent));
    }

    Waiting(Remark remark) {
        super(remark.toString());
        this.remark = remark;
    }

    Remark remark() {
        return remark;
    }
}
