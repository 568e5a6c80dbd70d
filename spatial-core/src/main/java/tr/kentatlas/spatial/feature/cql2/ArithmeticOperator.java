package tr.kentatlas.spatial.feature.cql2;

import java.util.Arrays;
import java.util.Optional;

/** Arithmetic of two numbers (OGC 21-065r2 §7.8). */
public enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    INTEGER_DIVIDE("div"),
    MODULO("%"),
    POWER("^");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The sign in CQL2 text and JSON. */
    public String symbol() {
        return symbol;
    }

    static Optional<ArithmeticOperator> of(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
