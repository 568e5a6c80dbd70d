package tr.kentatlas.spatial.store.edit;

/** Who edits, and why; kept with every version. */
public record Editor(String name, String reason) {
    public Editor {
        if (name.isBlank()) throw new IllegalArgumentException("an edit names its editor");
    }
}
