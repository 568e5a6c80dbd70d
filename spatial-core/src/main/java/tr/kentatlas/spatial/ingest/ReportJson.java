package tr.kentatlas.spatial.ingest;

import tools.jackson.databind.json.JsonMapper;

/** Writes an {@link ImportReport} as JSON. */
public final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportJson() {}

    public static String write(ImportReport report) {
        return JSON.writeValueAsString(report);
    }
}
