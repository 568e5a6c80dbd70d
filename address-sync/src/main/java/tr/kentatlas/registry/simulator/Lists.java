package tr.kentatlas.registry.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tr.kentatlas.registry.soap.SoapWriter;
import tr.kentatlas.registry.soap.XmlNode;

/** Answers the list operations, a page at a time. */
final class Lists {
    private final RegistryBook book;
    private final int pageSize;

    Lists(RegistryBook book, int pageSize) {
        this.book = book;
        this.pageSize = pageSize;
    }

    /** One kind of row: which there are, how one is written, how one looks when it is ended. */
    private record Kind<T>(
            String element,
            Shelf<T> shelf,
            Predicate<T> mine,
            BiConsumer<SoapWriter, T> write,
            UnaryOperator<T> ended) {}

    /** What an answer holds behind its Bilgi; empty for an operation that is no list. */
    Optional<Page<?>> page(XmlNode request, Optional<FaultMode> fault) {
        synchronized (book) {
            return kind(request).map(kind -> page(kind, request.requiredNumber("SayfaNo"), fault));
        }
    }

    private Optional<Kind<?>> kind(XmlNode request) {
        return switch (request.name()) {
            case "MahalleListele" -> {
                long district = request.requiredNumber("IlceKimlikNo");
                yield Optional.of(new Kind<>(
                        "Mahalle",
                        book.neighbourhoods,
                        row -> row.district() == district,
                        RowXml::neighbourhood,
                        row -> row));
            }
            case "CsbmListele", "YapiListele", "NumaratajListele", "BagimsizBolumListele" ->
                Optional.of(kind(request.name(), request.requiredNumber("MahalleKimlikNo")));
            default -> Optional.empty();
        };
    }

    private Kind<?> kind(String operation, long neighbourhood) {
        return switch (operation) {
            case "CsbmListele" ->
                new Kind<>(
                        "Csbm",
                        book.streets,
                        row -> row.neighbourhood() == neighbourhood,
                        RowXml::street,
                        row -> Ended.of(row));
            case "YapiListele" ->
                new Kind<>(
                        "Yapi",
                        book.buildings,
                        row -> row.neighbourhood() == neighbourhood,
                        RowXml::building,
                        row -> Ended.of(row));
            case "NumaratajListele" ->
                new Kind<>(
                        "Numarataj",
                        book.doors,
                        row -> row.neighbourhood() == neighbourhood,
                        RowXml::door,
                        row -> Ended.of(row));
            default ->
                new Kind<>(
                        "BagimsizBolum",
                        book.units,
                        row -> row.neighbourhood() == neighbourhood,
                        RowXml::unit,
                        row -> Ended.of(row));
        };
    }

    private <T> Page<T> page(Kind<T> kind, long number, Optional<FaultMode> fault) {
        List<T> rows = kind.shelf.visible(book.now()).stream().filter(kind.mine).toList();
        if (fault.equals(Optional.of(FaultMode.F20_MASS_RETIRE))) {
            rows = everySecondEnded(kind, rows);
        }
        int shift = fault.equals(Optional.of(FaultMode.F11_DRIFT)) && number > 1 ? drift(number) : 0;
        int total = Math.max(1, Math.ceilDiv(rows.size() - shift, pageSize));
        long begin = Math.max(0, Math.min(rows.size(), (number - 1) * pageSize + shift));
        long end = Math.min(rows.size(), begin + pageSize);
        return new Page<>(kind.element, rows.subList((int) begin, (int) end), number, total, kind.write);
    }

    /** By turns a row came before the page, which lists one twice, and went, which leaves one out. */
    private static int drift(long number) {
        return number % 2 == 0 ? -1 : 1;
    }

    private static <T> List<T> everySecondEnded(Kind<T> kind, List<T> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> i % 2 == 0 ? kind.ended.apply(rows.get(i)) : rows.get(i))
                .toList();
    }

    /** One page of rows, ready to be written. */
    record Page<T>(String element, List<T> rows, long number, int total, BiConsumer<SoapWriter, T> write) {
        void write(SoapWriter out) {
            out.value("SayfaNo", number);
            out.value("ToplamSayfa", total);
            rows.forEach(row -> out.element(element, o -> write.accept(o, row)));
        }
    }
}
