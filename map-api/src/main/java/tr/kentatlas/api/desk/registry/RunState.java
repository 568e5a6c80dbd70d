package tr.kentatlas.api.desk.registry;

import tr.kentatlas.spatial.word.Worded;

/** How a run of the synchronisation stands. */
enum RunState implements Worded {
    IDLE,
    WAITING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
