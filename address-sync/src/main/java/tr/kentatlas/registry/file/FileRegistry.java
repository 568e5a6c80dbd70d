package tr.kentatlas.registry.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
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
 * {@code SurumNo} its version is 0. Sides of roads are not in it; a row that names no neighbourhood belongs to none.
 */
public final class FileRegistry implements RegistryReadPort {
    private static final String DISTRICT = "IlceKimlikNo";

    private final Path folder;
    private final Map<String, ExportFile> files = new ConcurrentHashMap<>();

    private FileRegistry(Path folder) {
        this.folder = folder;
    }

    /** Looks a file through when it is first asked for, and again once it was replaced. */
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
    public <T extends RegisteredRow> RegistryPage<T> list(RegistryList<T> listing, long neighbourhood, int page) {
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
        ExportFile export = file(file, parent);
        for (ExportFile.Row written : page == 1 ? rows(export, file, code) : List.<ExportFile.Row>of()) {
            try {
                rows.add(row.apply(export.node(written)));
            } catch (MessageTrouble e) {
                faults.add(fault(file, written, e.remark()));
            } catch (ArithmeticException e) {
                faults.add(fault(file, written, Remark.of(Saying.NUMBER_TOO_LARGE)));
            }
        }
        return new RegistryPage<>(rows, page, 1, faults);
    }

    private static RowFault fault(String file, ExportFile.Row row, Remark remark) {
        return new RowFault(file + ":" + row.line(), new Answer(ResultCode.CONTRACT_CHANGED, null, remark));
    }

    private ExportFile file(String file, String parent) {
        return read(file, () -> {
            Path path = folder.resolve(file);
            ExportFile known = files.get(file);
            if (known != null && known.isOf(Files.getLastModifiedTime(path))) return known;
            ExportFile fresh = ExportFile.of(path, parent);
            files.put(file, fresh);
            return fresh;
        });
    }

    private static List<ExportFile.Row> rows(ExportFile export, String file, long code) {
        return read(file, () -> export.rows(code));
    }

    /** What reads a file. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(String file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new RegistryFailure(Answer.ours(ResultCode.NOT_FOUND, Saying.FILE_MISSING, file), e);
        } catch (IOException e) {
            throw new RegistryFailure(Answer.ours(ResultCode.OUTAGE, Saying.FILE_UNREADABLE, file), e);
        }
    }
}
