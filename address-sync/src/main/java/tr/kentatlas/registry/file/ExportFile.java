package tr.kentatlas.registry.file;

import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.XmlNode;

/**
 * One file of an export, taken apart once: its rows by the number of what they lie in.
 *
 * @param header columns, in the words of the contract
 */
record ExportFile(FileTime written, List<String> header, Map<Long, List<Row>> byParent) {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);
    /** Names of the contract, however an export writes them. */
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
            "DigerYapiNo",
            "ParselKimlikNo",
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
            "BagimsizBolumDurum",
            "Geometri",
            "Durum",
            "SurumNo",
            "GuncellemeZamani",
            "KarsilikKod");

    /** A row as it is written, and on which line of the table. */
    record Row(int line, List<String> values) {}

    /** Rows that name no parent are told once and belong to nothing: they are no fault of every neighbourhood. */
    static ExportFile of(String name, FileTime written, String parent, List<List<String>> records) {
        List<String> header = records.isEmpty()
                ? List.of()
                : records.getFirst().stream().map(ExportFile::named).toList();
        int column = header.indexOf(parent);
        if (column < 0 && records.size() > 1)
            throw new RegistryFailure(Answer.ours(ResultCode.CONTRACT_CHANGED, Saying.ELEMENT_LACKS, name, parent));
        Map<Long, List<Row>> rows = byNumber(records, column);
        int found = rows.values().stream().mapToInt(List::size).sum();
        int lost = Math.max(0, records.size() - 1) - found;
        if (lost > 0) LOG.warn("registry file={} rows-without-{}={}", name, parent, lost);
        return new ExportFile(written, header, rows);
    }

    private static Map<Long, List<Row>> byNumber(List<List<String>> records, int column) {
        Map<Long, List<Row>> rows = new HashMap<>();
        for (int i = 1; i < records.size(); i++) {
            Row row = new Row(i + 1, records.get(i));
            number(row.values(), column)
                    .ifPresent(code ->
                            rows.computeIfAbsent(code, c -> new ArrayList<>()).add(row));
        }
        return rows;
    }

    List<Row> rows(long parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    XmlNode node(Row row) {
        List<XmlNode> children = new ArrayList<>();
        for (int i = 0; i < Math.min(header.size(), row.values().size()); i++) {
            String value = row.values().get(i);
            if (!value.isEmpty()) children.add(new XmlNode("", header.get(i), whole(value), List.of()));
        }
        children.add(new XmlNode("", "Durum", "1", List.of()));
        children.add(new XmlNode("", "SurumNo", "0", List.of()));
        return new XmlNode("", "Satir", "", children);
    }

    private static Optional<Long> number(List<String> row, int column) {
        return Optional.of(column)
                .filter(at -> at < row.size())
                .map(at -> whole(row.get(at)))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** Spreadsheets make 123.0 of 123. */
    private static String whole(String value) {
        return value.matches("\\d+\\.0+") ? value.substring(0, value.indexOf('.')) : value;
    }

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
