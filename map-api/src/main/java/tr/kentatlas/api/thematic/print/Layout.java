package tr.kentatlas.api.thematic.print;

import java.io.IOException;
import java.util.List;
import tr.kentatlas.api.thematic.print.Type.Weight;

/**
 * Where the parts of a sheet are. What is written comes first, however long it is; the map has the rest.
 *
 * @param map beside the legend on a wide sheet, above it on a tall one
 * @param side where legend and scale bar are
 */
record Layout(Written written, LegendBlock legend, Paper.Box map, Paper.Box side) {
    static final float FOOT_SIZE = 8.5f;
    static final float FOOT_LINE = 12;
    /** How much higher a line of a title is than its letters. */
    static final float LEADING = 1.2f;

    private static final float LARGEST_TITLE = 20;
    private static final float SMALLEST_TITLE = 13;
    private static final float HEAD = 46;
    private static final float SIDE = 190;
    private static final float GAP = 12;
    private static final float BAR = 40;

    /** Title and foot in lines. */
    record Written(float titleSize, List<String> title, List<String> origin, List<String> decision) {
        static Written of(Type type, SheetWords words, float room) throws IOException {
            float fitting = LARGEST_TITLE * room / type.width(words.title(), LARGEST_TITLE, Weight.STRONG);
            float size = Math.clamp(fitting, SMALLEST_TITLE, LARGEST_TITLE);
            return new Written(
                    size,
                    type.lines(words.title(), room, size, Weight.STRONG),
                    type.lines(words.origin(), room, FOOT_SIZE, Weight.REGULAR),
                    type.lines(words.decision(), room, FOOT_SIZE, Weight.STRONG));
        }

        private float head() {
            return HEAD + titleSize * LEADING * (title.size() - 1);
        }

        private float foot() {
            return 6 + FOOT_LINE * (origin.size() + decision.size());
        }
    }

    static Layout of(Paper paper, SheetWords words, Type type) throws IOException {
        float room = paper.width() - 2 * paper.margin();
        Written written = Written.of(type, words, room);
        float foot = paper.margin() + written.foot();
        float height = paper.height() - paper.margin() - written.head() - foot;
        if (paper.isTall()) {
            LegendBlock legend = LegendBlock.wide(type, words, room);
            float below = legend.height() + BAR;
            Paper.Box map = new Paper.Box(paper.margin(), foot + below + GAP, room, height - below - GAP);
            return new Layout(written, legend, map, new Paper.Box(paper.margin(), foot, room, below));
        }
        Paper.Box map = new Paper.Box(paper.margin(), foot, room - SIDE - GAP, height);
        LegendBlock legend = LegendBlock.narrow(type, words, SIDE, height - BAR);
        return new Layout(written, legend, map, new Paper.Box(map.right() + GAP, foot, SIDE, height));
    }
}
