package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The ways a request to the stub goes wrong. */
record StubFaults(CountDownLatch closing) {
    void answer(StubCall call, GeoServerStub.Fault fault) throws IOException {
        switch (fault) {
            case EMPTY_500 -> call.empty(500);
            case WORDS_500 -> call.text(500, "java.lang.NullPointerException\n\tat org.geoserver.Somewhere");
            case EMPTY_400 -> call.empty(400);
            case PAGE_200 -> call.page(200);
            case REPORT_200 -> StubMaps.report(call, "LayerNotDefined", "Could not find layer");
            case HALF_JSON -> call.send(200, "application/json", "{\"workspaces\":{\"workspace\":[{\"na");
            case TRICKLE -> {
                call.begin("image/png");
                hang();
                call.drop();
            }
            case HANG -> {
                hang();
                call.drop();
            }
            default -> call.drop();
        }
    }

    /** Until the stub is closed. */
    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
