package tr.kentatlas.api.cli.report;

/** Words of a file or of another program, as the terminal may get them: what steers it is replaced. */
public final class Plain {
    private Plain() {}

    public static String text(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints().forEach(c -> plain.appendCodePoint(c != '\n' && Character.isISOControl(c) ? 0xFFFD : c));
        return plain.toString();
    }
}
