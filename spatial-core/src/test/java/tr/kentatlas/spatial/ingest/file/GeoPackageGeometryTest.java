package tr.kentatlas.spatial.ingest.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GeoPackageGeometryTest {
    private static final int DEEP = 1_000_000;
    private static final byte BIG_ENDIAN = 0;
    private static final int COLLECTION = 7;

    @Test
    void aGeometryThatNestsWithoutEndIsRejectedLikeAnyOtherThatCannotBeRead() {
        ByteBuffer blob = ByteBuffer.allocate(8 + DEEP * 9).put(new byte[] {'G', 'P', 0, 0, 0, 0, 0, 0});
        for (int i = 0; i < DEEP; i++) blob.put(BIG_ENDIAN).putInt(COLLECTION).putInt(1);
        assertThatThrownBy(() -> GeoPackageGeometry.read(blob.array()))
                .isInstanceOf(BadGeometry.class)
                .hasMessageContaining("too deep");
    }
}
