package tr.kentatlas.api.desk.registry;

import java.util.Locale;

/** How a run of the synchronisation stands. */
enum RunState {
    IDLE,
    WAITING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    /** The web's word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
