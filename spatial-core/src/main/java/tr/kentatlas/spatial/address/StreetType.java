package tr.kentatlas.spatial.address;

/** The kinds of named road of the address registry. */
public enum StreetType {
    SQUARE("Meydan", "Meydanı"),
    BOULEVARD("Bulvar", "Bulvarı"),
    AVENUE("Cadde", "Caddesi"),
    STREET("Sokak", "Sokağı"),
    SCATTERED_HOUSES("Küme Evler", "Küme Evleri");

    private final String word;
    private final String wordAfterName;

    StreetType(String word, String wordAfterName) {
        this.word = word;
        this.wordAfterName = wordAfterName;
    }

    /** The road as people call it: "1203. Sokak" for a number, "Atatürk Caddesi" for a name. */
    public String title(String name) {
        boolean number = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
        return number ? name + ". " + word : name + " " + wordAfterName;
    }
}
