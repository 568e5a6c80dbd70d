package tr.kentatlas.api.render;

/**
 * How much of each pixel of a band of rows lies inside rings that all turn the same way, their holes the other: the signed area to the right
 * of every edge is added up, exactly, so that neighbours with a common edge leave no seam, and what overlaps counts once. Its cost is that of
 * the pixels the edges pass through, however many rings there are.
 */
final class Coverage {
    /** Less than this is what sums of many small numbers leave over. */
    private static final float LEAST = 1f / 512;

    private final int width;
    /** What a pixel differs from the one to its left; a column more, for what lies right of the picture. */
    private final float[] changes;

    private int top;
    private int rows;

    /** @param most rows a band may have */
    Coverage(int width, int most) {
        this.width = width;
        this.changes = new float[(width + 2) * most];
    }

    /** Begins with the band that has so many rows from this one on; nothing is covered. */
    void begin(int firstRow, int rowsOfBand) {
        top = firstRow;
        rows = rowsOfBand;
    }

    /** An edge of a ring, in pixels of the whole picture, y down. */
    void edge(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) return;
        boolean down = fromY < toY;
        double x = down ? fromX : toX;
        double y = (down ? fromY : toY) - top;
        double end = Math.min((down ? toY : fromY) - top, rows);
        if (end <= 0 || y >= rows) return;
        double slope = (toX - fromX) / (toY - fromY);
        if (y < 0) {
            x -= y * slope;
            y = 0;
        }
        for (int row = (int) y; row < end; row++) {
            double foot = Math.min(row + 1.0, end);
            double nextX = x + slope * (foot - y);
            part(row * (width + 2), (float) (down ? foot - y : y - foot), inside(x), inside(nextX));
            x = nextX;
            y = foot;
        }
    }

    private double inside(double x) {
        return Math.clamp(x, 0, width);
    }

    /** The part of an edge within one row: its signed height, and where it enters and leaves. */
    private void part(int row, float height, double x, double nextX) {
        double left = Math.min(x, nextX);
        double right = Math.max(x, nextX);
        int first = (int) left;
        if (right <= first + 1.0) {
            float away = (float) ((left + right) / 2 - first);
            changes[row + first] += height * (1 - away);
            changes[row + first + 1] += height * away;
        } else {
            slanted(row, height, left, right);
        }
    }

    /** Each pixel gets what of the height lies left of its right side, less what the one before it got. */
    private void slanted(int row, float height, double left, double right) {
        double perPixel = 1 / (right - left);
        int last = (int) Math.ceil(right) - 1;
        double before = 0;
        for (int column = (int) left; column <= last; column++) {
            double from = Math.max(left, column);
            double to = Math.min(right, column + 1.0);
            double passed = (from - left) * perPixel;
            double here = (to - from) * perPixel;
            double covered = passed + here * (column + 1 - (from + to) / 2);
            changes[row + column] += (float) (height * (covered - before));
            before = covered;
        }
        changes[row + last + 1] += (float) (height * (1 - before));
    }

    /** Takes the pixels of a row that are covered. */
    interface Covered {
        /** The pixel at a place of the picture, and the part of it that is covered, between 0 and 1. */
        void pixel(int index, float covered);
    }

    /** Hands over every pixel of the band that is covered, by its place in the picture, and forgets them all. */
    void paint(Covered sink) {
        for (int row = 0; row < rows; row++) {
            int at = row * (width + 2);
            int index = (top + row) * width;
            float sum = 0;
            for (int column = 0; column < width; column++, at++) {
                sum += changes[at];
                changes[at] = 0;
                float covered = Math.abs(sum);
                if (covered > LEAST) sink.pixel(index + column, Math.min(covered, 1));
            }
            changes[at] = 0;
            changes[at + 1] = 0;
        }
    }
}
