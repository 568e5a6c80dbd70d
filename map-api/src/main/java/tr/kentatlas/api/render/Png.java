package tr.kentatlas.api.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (ISO/IEC 15948) of 8 bits per channel, quickly: each row as its difference from the one above, compressed at the lowest
 * level, which for maps costs little size and saves most of the time.
 */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte UP = 2;
    private static final byte RGB = 2;
    private static final byte RGBA = 6;
    /** Level 2 finds the runs of flat colour that level 1 misses, for a tenth more time. */
    private static final int LEVEL = 2;

    private Png() {}

    public static byte[] write(BufferedImage image) {
        boolean opaque = image.getType() == BufferedImage.TYPE_INT_RGB;
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 4 + 1024);
        out.writeBytes(SIGNATURE);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put((byte) 8)
                .put(opaque ? RGB : RGBA)
                .array();
        chunk(out, "IHDR", head, head.length);
        int[] pixels = Pixels.of(image);
        compress(out, opaque ? rows(pixels, image.getWidth(), 3) : rows(straight(pixels), image.getWidth(), 4));
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private static void compress(ByteArrayOutputStream out, byte[] rows) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(rows);
            deflater.finish();
            byte[] part = new byte[1 << 16];
            while (!deflater.finished()) chunk(out, "IDAT", part, deflater.deflate(part));
        } finally {
            deflater.end();
        }
    }

    private static byte[] rows(int[] pixels, int width, int channels) {
        byte[] rows = new byte[channels * pixels.length + pixels.length / width];
        int at = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) rows[at++] = UP;
            int above = i < width ? 0 : pixels[i - width];
            int pixel = pixels[i];
            rows[at++] = (byte) ((pixel >> 16) - (above >> 16));
            rows[at++] = (byte) ((pixel >> 8) - (above >> 8));
            rows[at++] = (byte) (pixel - above);
            if (channels == 4) rows[at++] = (byte) ((pixel >>> 24) - (above >>> 24));
        }
        return rows;
    }

    /** PNG's colours are not multiplied by their opacity. */
    private static int[] straight(int[] premultiplied) {
        int[] pixels = premultiplied.clone();
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            if (alpha == 0 || alpha == 255) continue;
            int half = alpha / 2;
            int red = ((pixels[i] >> 16 & 0xff) * 255 + half) / alpha;
            int green = ((pixels[i] >> 8 & 0xff) * 255 + half) / alpha;
            int blue = ((pixels[i] & 0xff) * 255 + half) / alpha;
            pixels[i] = alpha << 24 | Math.min(red, 255) << 16 | Math.min(green, 255) << 8 | Math.min(blue, 255);
        }
        return pixels;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
