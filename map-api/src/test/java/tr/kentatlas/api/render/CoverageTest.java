package tr.kentatlas.api.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Areas drawn by their coverage look as Java2D draws them, cost less, and leave no seam. */
class CoverageTest {
    private static final int SIDE = 64;
    private static final Symbol BLACK = new Symbol(Symbol.Shape.AREA, 0xff000000, 0, 0, List.of(), 0);

    @Test
    void halfAPixelIsHalfCovered() {
        int[] pixels = Pixels.of(drawn(BLACK, box(2.5, 3, 6.25, 4)));
        assertThat(grey(pixels, 2, 3)).isCloseTo(127, offset(1));
        assertThat(grey(pixels, 3, 3)).isZero();
        assertThat(grey(pixels, 6, 3)).isCloseTo(191, offset(1));
        assertThat(grey(pixels, 7, 3)).isEqualTo(255);
        assertThat(grey(pixels, 3, 4)).isEqualTo(255);
    }

    @Test
    void neighboursLeaveNoSeamAndWhatOverlapsCountsOnce() {
        Path2D both = box(4.3, 4, 20.7, 20);
        both.append(box(20.7, 4, 40, 20), false);
        both.append(box(15, 8, 30, 12), false);
        int[] pixels = Pixels.of(drawn(new Symbol(Symbol.Shape.AREA, 0x80000000, 0, 0, List.of(), 0), both));
        for (int x = 5; x < 40; x++) {
            for (int y = 4; y < 20; y++)
                assertThat(grey(pixels, x, y)).as("%d %d", x, y).isEqualTo(127);
        }
    }

    @Test
    void aHoleStaysEmpty() {
        Path2D ring = box(4, 4, 40, 40);
        ring.moveTo(10, 10);
        ring.lineTo(10, 30);
        ring.lineTo(30, 30);
        ring.lineTo(30, 10);
        ring.closePath();
        int[] pixels = Pixels.of(drawn(BLACK, ring));
        assertThat(grey(pixels, 5, 5)).isZero();
        assertThat(grey(pixels, 20, 20)).isEqualTo(255);
    }

    @Test
    void whatReachesBeyondThePictureIsCutOffAtItsEdge() {
        int[] pixels = Pixels.of(drawn(BLACK, box(-1e6, -50, 1e6, 7)));
        for (int x = 0; x < SIDE; x++) {
            assertThat(grey(pixels, x, 0)).isZero();
            assertThat(grey(pixels, x, 6)).isZero();
            assertThat(grey(pixels, x, 7)).isEqualTo(255);
        }
        assertThat(Pixels.of(drawn(BLACK, box(70, 2, 90, 9)))).containsOnly(0xffffffff);
        assertThat(grey(Pixels.of(drawn(BLACK, box(-9, 2, -3, 9))), 0, 4)).isEqualTo(255);
    }

    @Test
    void areasWithFineOutlinesLookAsJava2dDrawsThem() {
        Symbol symbol = new Symbol(Symbol.Shape.AREA, 0xc0dcd4c7, 0xff604020, 0.7, List.of(), 0);
        for (int seed = 0; seed < 40; seed++) {
            Path2D shape = blocks(new Random(seed));
            int[] ours = Pixels.of(drawn(symbol, shape));
            int[] theirs = Pixels.of(byJava2d(symbol, shape));
            double all = 0;
            for (int i = 0; i < ours.length; i++) {
                int difference = difference(ours[i], theirs[i]);
                all += difference;
                assertThat(difference)
                        .as("seed %d at %d, %d", seed, i % SIDE, i / SIDE)
                        .isLessThan(70);
            }
            assertThat(all / ours.length).as("seed %d", seed).isLessThan(1.2);
        }
    }

    @Test
    void aTransparentPictureKeepsItsColoursUnderTheirOpacity() {
        BufferedImage image = new BufferedImage(SIDE, 600, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        new PixelCanvas(image, graphics)
                .area(new Symbol(Symbol.Shape.AREA, 0x80ff0000, 0, 0, List.of(), 0), box(3, 3, 9, 590));
        graphics.dispose();
        assertThat(image.getRGB(5, 5)).isEqualTo(0x80ff0000);
        assertThat(image.getRGB(5, 580)).as("in the second band of rows").isEqualTo(0x80ff0000);
        assertThat(image.getRGB(5, 595)).isZero();
        assertThat(image.getRGB(20, 5)).isZero();
    }

    @Test
    void howHighAPictureIsChangesNothingInItsUpperRows() {
        Symbol symbol = new Symbol(Symbol.Shape.AREA, 0xc0dcd4c7, 0xff604020, 0.7, List.of(), 0);
        Random dice = new Random(5);
        for (int i = 0; i < 30; i++) {
            int height = 500 + dice.nextInt(900);
            List<Path2D> shapes = List.of(reaching(dice, height), reaching(dice, height), reaching(dice, height));
            int[] whole = Pixels.of(drawn(symbol, shapes, 3 * 512));
            int[] upper = Pixels.of(drawn(symbol, shapes, height));
            assertThat(upper).as("%d rows", height).isEqualTo(Arrays.copyOf(whole, SIDE * height));
        }
    }

    /** Boxes all over and below a picture. */
    private static Path2D reaching(Random dice, int height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 12; i++) {
            double x = dice.nextDouble() * SIDE;
            double y = dice.nextDouble() * (height + 400);
            path.append(box(x, y, x + 1 + dice.nextDouble() * 9, y + 1 + dice.nextDouble() * 90), false);
        }
        return path;
    }

    /** Turned rectangles that do not touch each other. */
    private static Path2D blocks(Random dice) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 9; i++) {
            double turn = dice.nextDouble() * Math.PI;
            double x = 11 + 20 * (i % 3);
            double y = 11 + 20 * (i / 3);
            double length = 3 + dice.nextDouble() * 5;
            double width = 2 + dice.nextDouble() * 3;
            for (int corner = 0; corner < 4; corner++) {
                double along = corner == 0 || corner == 3 ? -length : length;
                double across = corner < 2 ? -width : width;
                double px = x + along * Math.cos(turn) - across * Math.sin(turn);
                double py = y + along * Math.sin(turn) + across * Math.cos(turn);
                if (corner == 0) path.moveTo(px, py);
                else path.lineTo(px, py);
            }
            path.closePath();
        }
        return path;
    }

    private static Path2D box(double west, double north, double east, double south) {
        Path2D path = new Path2D.Double();
        path.moveTo(west, north);
        path.lineTo(east, north);
        path.lineTo(east, south);
        path.lineTo(west, south);
        path.closePath();
        return path;
    }

    private static BufferedImage drawn(Symbol symbol, Path2D path) {
        return drawn(symbol, List.of(path), SIDE);
    }

    private static BufferedImage drawn(Symbol symbol, List<Path2D> paths, int height) {
        BufferedImage image = white(height);
        Graphics2D graphics = image.createGraphics();
        PixelCanvas canvas = new PixelCanvas(image, graphics);
        paths.forEach(path -> canvas.area(symbol, path));
        graphics.dispose();
        return image;
    }

    private static BufferedImage byJava2d(Symbol symbol, Path2D path) {
        BufferedImage image = white(SIDE);
        Graphics2D graphics = image.createGraphics();
        Painter.prepare(graphics);
        new AwtCanvas(graphics).area(symbol, path);
        graphics.dispose();
        return image;
    }

    private static BufferedImage white(int height) {
        BufferedImage image = new BufferedImage(SIDE, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, height);
        graphics.dispose();
        Arrays.setAll(Pixels.of(image), i -> Pixels.of(image)[i] | 0xff000000);
        return image;
    }

    private static int grey(int[] pixels, int x, int y) {
        return pixels[y * SIDE + x] & 0xff;
    }

    private static int difference(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        return most;
    }
}
