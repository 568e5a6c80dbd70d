package tr.kentatlas.spatial.sample;

final class Numbering {
    private Numbering() {}
}
