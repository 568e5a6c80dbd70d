package tr.kentatlas.api.planning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Problem;

/** How spreadsheets read a table: one that has the comma in its numbers needs another sign between its cells. */
enum CsvForm {
    /** As a spreadsheet set to Turkish takes it. */
    SEMICOLON(";", ','),
    /** RFC 4180, with decimal points. */
    COMMA(",", '.');

    private final String separator;
    private final char decimal;

    CsvForm(String separator, char decimal) {
        this.separator = separator;
        this.decimal = decimal;
    }

    /**
     * The form that was asked for, else that of the language.
     *
     * @throws Problem when no form is called so
     */
    static CsvForm of(@Nullable String name, Locale language) {
        if (name == null) return language.getLanguage().equals("en") ? COMMA : SEMICOLON;
        return switch (name) {
            case "semicolon" -> SEMICOLON;
            case "comma" -> COMMA;
            default -> throw Problem.invalid("separator", "planning.separator");
        };
    }

    String separator() {
        return separator;
    }

    /** A number as it is written with a decimal point. */
    String number(String plain) {
        return plain.replace('.', decimal);
    }
}
