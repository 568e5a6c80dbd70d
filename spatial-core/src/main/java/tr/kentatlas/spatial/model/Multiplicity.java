package tr.kentatlas.spatial.model;

/** UML multiplicity as the ministry's documents write it: {@code 1}, {@code 0..1}, {@code 0..*}, {@code 1..*}. */
public record Multiplicity(boolean required, boolean many) {

    /** Parses the UML notation; the inverse of {@link #toString}. */
    public static Multiplicity parse(String text) {
        return switch (text) {
            case "1" -> new Multiplicity(true, false);
            case "0..1" -> new Multiplicity(false, false);
            case "0..*" -> new Multiplicity(false, true);
            case "1..*" -> new Multiplicity(true, true);
            default -> throw new ModelException("multiplicity must be 1, 0..1, 0..* or 1..*, not '" + text + "'");
        };
    }

    @Override
    public String toString() {
        return required ? (many ? "1..*" : "1") : (many ? "0..*" : "0..1");
    }
}
