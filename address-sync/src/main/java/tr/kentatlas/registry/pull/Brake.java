package tr.kentatlas.registry.pull;

/**
 * When a reading retires suspiciously much, it is held back until a person has looked at it.
 *
 * @param harmless so few may always go
 * @param share of the active rows of a neighbourhood that may go at once
 * @param most rows that may go at once, however large the neighbourhood
 */
public record Brake(int harmless, double share, int most) {
    public static final Brake USUAL = new Brake(5, 0.02, 500);

    boolean stops(long retiring, long active) {
        return retiring > harmless && (retiring > share * active || retiring > most);
    }
}
