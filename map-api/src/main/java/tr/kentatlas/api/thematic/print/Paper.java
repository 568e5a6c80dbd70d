package tr.kentatlas.api.thematic.print;

import tr.kentatlas.spatial.word.Worded;

/** Sheets of ISO 216, in points of 1/72 inch. */
public enum Paper implements Worded {
    A4_PORTRAIT(595.28f, 841.89f),
    A4_LANDSCAPE(841.89f, 595.28f),
    A3_PORTRAIT(841.89f, 1190.55f),
    A3_LANDSCAPE(1190.55f, 841.89f);

    private static final float MARGIN = 28;

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    float margin() {
        return MARGIN;
    }

    boolean isTall() {
        return height > width;
    }

    /** A rectangle in points from the lower left corner. */
    record Box(float x, float y, float width, float height) {
        float right() {
            return x + width;
        }

        float top() {
            return y + height;
        }
    }
}
