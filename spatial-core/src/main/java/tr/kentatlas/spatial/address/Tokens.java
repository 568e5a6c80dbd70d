package tr.kentatlas.spatial.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a written address apart into words: glued ones are parted, words of two are joined, telephone numbers masked. */
final class Tokens {
    private static final Pattern PHONE = Pattern.compile(
            "(?<!\\d)(?:\\+?90[ .-]?|0)?\\(?[2-5]\\d{2}\\)?[ .-]?\\d{3}[ .-]?\\d{2}[ .-]?\\d{2}(?!\\d)");
    /** "O.S.B." and what it stands for. */
    private static final Pattern INDUSTRY = Pattern.compile("(?<![\\p{L}.])[oO]\\. ?[sS]\\. ?[bB]\\b\\.?"
            + "|(?<!\\p{L})(?iu:organ[iİ]ze sanay[iİ] bölges[iİ])(?!\\p{L})");

    /** Between a word and what is glued to it: "Mah.Atatürk", "No:12", "Sok,No". */
    private static final Pattern SEAM = Pattern.compile("(?<=[.:,;()\"])(?=[\\p{L}\\p{N}])|(?<=[^\\s])(?=[,;()])");

    /** A dash by itself parts what it stands between, unless that is two numbers. */
    private static final Pattern DASH = Pattern.compile("(?<!\\d) -+ | -+ (?!\\d)");

    private static final Pattern WORD_THEN_NUMBER = Pattern.compile("(\\p{L}+)[.:]*(\\d.*)");
    private static final Pattern NUMBER_THEN_WORD = Pattern.compile("(\\d+\\.?)(\\p{L}{2,}\\.?)");
    private static final Set<String> PAIRS = Set.of(
            "kume evler",
            "kume evleri",
            "kume evlerin",
            "is merkezi",
            "is hani",
            "ic kapi",
            "dis kapi",
            "ickapi no",
            "diskapi no");

    private final List<Token> list = new ArrayList<>();
    private boolean broken;

    private Tokens() {}

    static List<Token> of(String text) {
        Tokens tokens = new Tokens();
        String masked =
                PHONE.matcher(AddressKey.spaced(TextRepair.repair(text))).replaceAll(" , ");
        String dashed = DASH.matcher(masked).replaceAll(" , ");
        String parted = SEAM.matcher(INDUSTRY.matcher(dashed).replaceAll("OSB")).replaceAll(" ");
        for (String word : parted.split(" +", -1)) {
            tokens.take(word);
        }
        return joined(tokens.list);
    }

    private void take(String raw) {
        String word = raw.replaceAll("^[,;:()\"'.*]+", "");
        broken |= !word.equals(raw);
        String core = word.replaceAll("[,;:()\"'*]+$", "");
        if (!core.isEmpty()) {
            unglue(core);
        }
        broken |= word.length() > core.length() && !word.endsWith(":");
    }

    private void unglue(String word) {
        Matcher marked = WORD_THEN_NUMBER.matcher(word);
        Matcher counted = NUMBER_THEN_WORD.matcher(word);
        if (marked.matches() && AddressWord.find(AddressKey.of(marked.group(1))).isPresent()) {
            add(marked.group(1));
            add(marked.group(2));
        } else if (counted.matches()
                && AddressWord.find(AddressKey.of(counted.group(2)).replace(".", ""))
                        .isPresent()) {
            add(counted.group(1));
            add(counted.group(2));
        } else {
            add(word);
        }
    }

    private void add(String word) {
        String name = word.replaceAll("['’`].*$", "");
        list.add(Token.of(name.isEmpty() ? word : name, broken));
        broken = false;
    }

    private static List<Token> joined(List<Token> single) {
        List<Token> out = new ArrayList<>();
        for (Token token : single) {
            if (!out.isEmpty()
                    && !token.afterBreak()
                    && PAIRS.contains(out.getLast().folded() + " " + token.folded())) {
                Token before = out.removeLast();
                out.add(pair(before, token));
            } else {
                out.add(token);
            }
        }
        return out;
    }

    private static Token pair(Token first, Token second) {
        String folded = first.folded() + second.folded();
        boolean door = folded.equals("diskapi") || folded.equals("diskapino");
        String joined = folded.equals("diskapi") ? folded : door ? "no" : folded;
        return new Token(first.text() + " " + second.text(), joined, first.afterBreak());
    }
}
