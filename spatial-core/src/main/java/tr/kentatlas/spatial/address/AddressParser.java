package tr.kentatlas.spatial.address;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.spatial.address.ParsedAddress.Certainty;

/**
 * Reads addresses as people write them. Names end at their word and the last word wins ("Cumhuriyet Meydanı Sokağı" is a street);
 * numbers follow theirs. Nothing is corrected: a part keeps its spelling.
 */
public final class AddressParser {
    /** Longer texts are no addresses; what is beyond is left unread. */
    public static final int LENGTH = 1000;

    private final List<Token> tokens;
    private final FoundParts found = new FoundParts();
    /** Where the words begin that wait for their meaning. */
    private int begin;

    private AddressParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Takes a written address apart; any text is taken, also an empty one. */
    public static ParsedAddress parse(String text) {
        String read = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
        return new AddressParser(Tokens.of(read)).parse();
    }

    private ParsedAddress parse() {
        int i = 0;
        while (i < tokens.size()) {
            i = step(i);
        }
        leave(tokens.size());
        return found.address(tokens.size());
    }

    /** Reads the word at a place and gives the place of the next one. */
    private int step(int i) {
        Optional<AddressWord> word = tokens.get(i).word();
        if (word.isEmpty()) {
            return i + 1;
        }
        return switch (word.get().part()) {
            case DOOR -> door(i);
            case FLOOR -> floor(i);
            case UNIT -> unit(i);
            case BLOCK -> block(i);
            default -> name(i, word.get());
        };
    }

    private int door(int i) {
        if (!isNumberAt(i + 1) || found.has(AddressPart.DOOR)) {
            return i + 1;
        }
        leave(i);
        return door(i + 1, Certainty.MARKED);
    }

    private int door(int from, Certainty certainty) {
        int end = DoorWords.end(tokens, from);
        found.put(AddressPart.DOOR, text(from, end), certainty);
        begin = end;
        return end;
    }

    private int floor(int i) {
        if (i > begin && isNumberAt(i - 1) && !tokens.get(i).afterBreak()) {
            leave(i - 1);
            return put(AddressPart.FLOOR, tokens.get(i - 1).bare(), i + 1);
        }
        boolean word = tokens.get(i).folded().length() > 1;
        if (isFloorAt(i + 1, word)) {
            leave(i);
            return put(AddressPart.FLOOR, tokens.get(i + 1).bare(), i + 2);
        }
        return i + 1;
    }

    private boolean isFloorAt(int i, boolean words) {
        return i < tokens.size()
                && (tokens.get(i).folded().matches("-?\\d{1,3}")
                        || (words && tokens.get(i).folded().matches("zemin|bodrum|asma|giris|cati|teras")));
    }

    private int unit(int i) {
        boolean word = tokens.get(i).folded().length() > 2;
        boolean letter = word && i + 1 < tokens.size() && tokens.get(i + 1).isLetters();
        if (!isNumberAt(i + 1) && !letter) {
            return i + 1;
        }
        leave(i);
        return put(AddressPart.UNIT, tokens.get(i + 1).bare(), i + 2);
    }

    private int block(int i) {
        if (i > begin && isBlockName(i - 1)) {
            leave(i - 1);
            return put(AddressPart.BLOCK, tokens.get(i - 1).bare(), i + 1);
        }
        if (i + 1 < tokens.size() && isBlockName(i + 1)) {
            leave(i);
            return put(AddressPart.BLOCK, tokens.get(i + 1).bare(), i + 2);
        }
        return i + 1;
    }

    private boolean isBlockName(int i) {
        return tokens.get(i).folded().matches("[a-z]{1,2}\\d?|\\d{1,3}");
    }

    private int name(int i, AddressWord word) {
        int from = nameBegin(i);
        if (from == i || isInsideName(i)) {
            return i + 1;
        }
        leave(from);
        boolean keepsWord = word.part() == AddressPart.BUILDING || word == AddressWord.DEAD_END;
        found.name(word, keepsWord ? text(from, i + 1) : bareName(from, i), text(from, i + 1));
        begin = i + 1;
        return i + 1;
    }

    /** A name reaches back to the last comma; a number behind a street is the door, not the beginning of a house's name. */
    private int nameBegin(int i) {
        int from = i;
        while (from > begin && !tokens.get(from).afterBreak()) {
            from--;
        }
        boolean house = tokens.get(i).word().filter(w -> w.street() == null).isPresent();
        boolean numbered = house && found.has(AddressPart.STREET) && !found.has(AddressPart.DOOR) && from < i - 1;
        return numbered && isNumberAt(from) ? from + 1 : from;
    }

    /** "Köy Yolu", "Cumhuriyet Meydanı Sokağı": a word that another one follows belongs to the name. */
    private boolean isInsideName(int i) {
        boolean last = i + 1 >= tokens.size() || tokens.get(i + 1).afterBreak();
        if (last || tokens.get(i).word().equals(Optional.of(AddressWord.NEIGHBOURHOOD))) {
            return false;
        }
        Token next = tokens.get(i + 1);
        boolean way = tokens.get(i).folded().equals("koy") && next.folded().matches("yolu|ici|meydani");
        return way
                || next.word()
                        .filter(w -> !w.isBeforeItsNumber() && w != AddressWord.BLOCK)
                        .isPresent();
    }

    /** What waits before a place is read by its place. */
    private void leave(int end) {
        int i = begin;
        while (i < end) {
            boolean behindStreet = found.has(AddressPart.STREET) && !found.has(AddressPart.DOOR) && isNumberAt(i);
            if (tokens.get(i).isPostCode() && !found.has(AddressPart.POST_CODE)) {
                found.put(AddressPart.POST_CODE, tokens.get(i++).bare(), Certainty.BY_PLACE);
            } else if (behindStreet) {
                i = Math.min(end, door(i, Certainty.BY_PLACE));
            } else {
                found.rest(tokens.get(i++));
            }
        }
        begin = end;
    }

    private int put(AddressPart part, String text, int next) {
        found.put(part, text, Certainty.MARKED);
        begin = next;
        return next;
    }

    private boolean isNumberAt(int i) {
        return i < tokens.size() && tokens.get(i).isNumber();
    }

    private String text(int from, int end) {
        StringBuilder out = new StringBuilder();
        for (Token token : tokens.subList(from, end)) {
            out.append(out.isEmpty() ? "" : " ").append(token.text());
        }
        return out.toString();
    }

    /** "1203." of "1203. Sok." is the name 1203. */
    private String bareName(int from, int end) {
        String name = text(from, end);
        return name.matches(".*\\d\\.") ? name.substring(0, name.length() - 1) : name;
    }
}
