package tr.kentatlas.registry.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.Listing;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.RowFault;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.ListedRows;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.RowReader;
import tr.kentatlas.registry.soap.XmlNode;

/**
 * The registry as an export: a folder with {@code mahalle.csv}, {@code csbm.csv}, {@code yapi.csv}, {@code numarataj.csv} and {@code
 * bagimsiz_bolum.csv}, whose columns are named as in the contract (capitals do not matter). Without {@code Durum} a row is in force, without
 * {@code SurumNo} its version is 0. Sides of roads are not in it.
 */
public final class FileRegistry implements RegistryReadPort {
    private static final String DISTRICT = "IlceKimlikNo";

    private final Path folder;

    private FileRegistry(Path folder) {
        this.folder = folder;
    }

    /** Reads the folder whenever it is asked. */
    public static FileRegistry in(Path folder) {
        return new FileRegistry(folder);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public RegistryPage<RegisteredNeighbourhood> neighbourhoods(long district, int page) {
        return list("mahalle.csv", DISTRICT, district, page, RowReader::neighbourhood);
    }

    @Override
    public <T extends RegisteredRow> RegistryPage<T> list(Listing<T> listing, long neighbourhood, int page) {
        ListedRows<T> rows = ListedRows.of(listing);
        return list(rows.file(), ListedRows.PARENT, neighbourhood, page, rows.reader());
    }

    @Override
    public long highestVersion(long neighbourhood) {
        throw new UnsupportedOperationException("an export tells no versions");
    }

    /** A file is one page. */
    private <T> RegistryPage<T> list(String file, String parent, long code, int page, Function<XmlNode, T> row) {
        List<T> rows = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        List<List<String>> records = page == 1 ? CsvText.records(bytes(file)) : List.of();
        for (int i = 1; i < records.size(); i++) {
            XmlNode node = node(records.getFirst(), records.get(i));
            try {
                if (node.requiredNumber(parent) == code) {
                    rows.add(row.apply(node));
                }
            } catch (MessageTrouble e) {
                faults.add(fault(file, i, e.remark()));
            } catch (ArithmeticException e) {
                faults.add(fault(file, i, Remark.of(Saying.NUMBER_TOO_LARGE)));
            }
        }
        return new RegistryPage<>(rows, page, 1, faults);
    }

    private static RowFault fault(String file, int row, Remark remark) {
        return new RowFault(file + ":" + (row + 1), new Answer(ResultCode.CONTRACT_CHANGED, null, remark));
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (NoSuchFileException e) {
            throw new RegistryFailure(Answer.ours(ResultCode.NOT_FOUND, Saying.FILE_MISSING, file), e);
        } catch (IOException e) {
            throw new RegistryFailure(Answer.ours(ResultCode.OUTAGE, Saying.FILE_UNREADABLE, file), e);
        }
    }

    private static XmlNode node(List<String> header, List<String> values) {
        List<XmlNode> children = new ArrayList<>();
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                children.add(new XmlNode("", Columns.named(header.get(i)), whole(values.get(i)), List.of()));
            }
        }
        children.add(new XmlNode("", "Durum", "1", List.of()));
        children.add(new XmlNode("", "SurumNo", "0", List.of()));
        return new XmlNode("", "Satir", "", children);
    }

    /** Spreadsheets make 123.0 of 123. */
    private static String whole(String value) {
        return value.matches("\\d+\\.0+") ? value.substring(0, value.indexOf('.')) : value;
    }

    /** Names of the contract, however an export writes them. */
    private static final class Columns {
        private static final List<String> NAMES = List.of(
                "KimlikNo",
                "AdresNo",
                "IlceKimlikNo",
                "MahalleKimlikNo",
                "CsbmKimlikNo",
                "YolKimlikNo",
                "YapiKimlikNo",
                "NumaratajKimlikNo",
                "YolOrtaHatYonKimlikNo",
                "BagliOlduguNumaratajKimlikNo",
                "Ad",
                "Ad2",
                "EskiAd",
                "KoyAdi",
                "Tip",
                "YapiDurum",
                "ZeminUstuKatSayisi",
                "ZeminAltiKatSayisi",
                "KapiNo",
                "IcKapiNo",
                "KatNo",
                "KullanimTuru",
                "Geometri",
                "Durum",
                "SurumNo",
                "GuncellemeZamani",
                "KarsilikKod");

        private static String named(String column) {
            String key = column.toLowerCase(Locale.ROOT)
                    .replace("_", "")
                    .replace("ı", "i")
                    .replace("i\u0307", "i");
            return NAMES.stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).equals(key))
                    .findFirst()
                    .orElse(column);
        }
    }
}
