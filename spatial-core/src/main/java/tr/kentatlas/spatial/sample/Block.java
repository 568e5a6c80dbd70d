package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;

/** A building block (ada) between streets. */
final class Block {
    final String key;
    final Cell cell;
    final Ring ring;
    final BlockUse use;
    final int number;
    final List<Parcel> parcels = new ArrayList<>();

    Block(String key, Cell cell, Ring ring, BlockUse use, int number) {
        this.key = key;
        this.cell = cell;
        this.ring = ring;
        this.use = use;
        this.number = number;
    }
}
