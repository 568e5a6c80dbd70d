package tr.kentatlas.registry.soap;

import java.util.Locale;
import java.util.function.Function;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegistryList;

/**
 * A list of a neighbourhood in the contract's words.
 *
 * @param element of a row, like BagimsizBolum; it names the operation and the file of an export, too
 */
public record ListedRows<T extends RegisteredRow>(String element, Function<XmlNode, T> reader) {
    /** The element that names the neighbourhood. */
    public static final String PARENT = "MahalleKimlikNo";

    public static <T extends RegisteredRow> ListedRows<T> of(RegistryList<T> listing) {
        return switch (listing.level()) {
            case STREET -> of(listing, "Csbm", RowReader::street);
            case BUILDING -> of(listing, "Yapi", RowReader::building);
            case DOOR -> of(listing, "Numarataj", RowReader::door);
            case UNIT -> of(listing, "BagimsizBolum", RowReader::unit);
        };
    }

    private static <T extends RegisteredRow> ListedRows<T> of(
            RegistryList<T> listing, String element, Function<XmlNode, ? extends RegisteredRow> reader) {
        return new ListedRows<>(element, node -> listing.row().cast(reader.apply(node)));
    }

    /** Like bagimsiz_bolum.csv: the file of an export. */
    public String file() {
        return element.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + ".csv";
    }
}
