package tr.kentatlas.registry.soap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

class GeometriesTest {
    @Test
    void aGeometryThatNestsWithoutEndIsAMessageThatIsNotWhatItShouldBe() {
        String text = "GEOMETRYCOLLECTION(".repeat(200_000) + "POINT(33 39)" + ")".repeat(200_000);
        var node = new XmlNode("", "kapi", "", List.of(new XmlNode("", "konum", text, List.of())));
        assertThatThrownBy(() -> Geometries.read(node, "konum", Point.class)).isInstanceOf(MessageTrouble.class);
    }
}
