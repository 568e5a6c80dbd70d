package tr.kentatlas.api.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The pixels behind an image of whole numbers. */
final class Pixels {
    private Pixels() {}

    static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
