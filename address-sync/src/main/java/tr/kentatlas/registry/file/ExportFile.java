package tr.kentatlas.registry.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * One file of an export, read through once: where in it the rows of each parent are, by the number of what they lie in. The rows themselves
 * are read when they are asked for, so that a whole city's need not be in memory.
 */
final class ExportFile {
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

    private final Path path;
    private final FileTime written;
    private final CsvForm form;
    private final List<String> header;
    private final Map<Long, RowRuns> byParent = new HashMap<>();

    private ExportFile(Path path, FileTime written, CsvForm form, List<String> header) {
        this.path = path;
        this.written = written;
        this.form = form;
        this.header = header;
    }

    /** A row as it is written, and on which line of the table. */
    record Row(int line, List<String> values) {}

    /** Rows that name no parent are told once and belong to nothing: they are no fault of every neighbourhood. */
    static ExportFile of(Path path, String parent) throws IOException {
        FileTime written = Files.getLastModifiedTime(path);
        CsvForm form = CsvForm.of(path);
        try (CsvText csv = CsvText.open(path, form.begin(), form)) {
            List<String> first = csv.next();
            List<String> header = first == null
                    ? List.of()
                    : first.stream().map(ExportFile::named).toList();
            ExportFile file = new ExportFile(path, written, form, header);
            int lost = file.find(csv, header.indexOf(parent), parent);
            if (lost > 0) LOG.warn("registry file={} rows-without-{}={}", path.getFileName(), parent, lost);
            return file;
        }
    }

    /** Tells how many rows belong to nothing. */
    private int find(CsvText csv, int column, String parent) throws IOException {
        int lost = 0;
        int line = 2;
        for (List<String> row = csv.next(); row != null; row = csv.next(), line++) {
            if (column < 0)
                throw new RegistryFailure(
                        Answer.ours(ResultCode.CONTRACT_CHANGED, Saying.ELEMENT_LACKS, name(), parent));
            Optional<Long> code = number(row, column);
            if (code.isEmpty()) lost++;
            else byParent.computeIfAbsent(code.get(), c -> new RowRuns()).add(csv.begin(), line);
        }
        return lost;
    }

    private String name() {
        return path.getFileName().toString();
    }

    /** Whether it is still the file that was read through. */
    boolean isOf(FileTime now) {
        return written.equals(now);
    }

    List<Row> rows(long parent) throws IOException {
        List<Row> rows = new ArrayList<>();
        RowRuns runs = byParent.getOrDefault(parent, new RowRuns());
        for (int run = 0; run < runs.count(); run++) {
            try (CsvText csv = CsvText.open(path, runs.begin(run), form)) {
                for (int i = 0; i < runs.rows(run); i++) {
                    List<String> values = csv.next();
                    if (values != null) rows.add(new Row(runs.line(run) + i, values));
                }
            }
        }
        return rows;
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
