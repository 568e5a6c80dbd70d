package tr.kentatlas.registry.maks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.maks.CallTrouble.Effect;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.RowFault;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Collects one page while it is read; a row that cannot be understood is told apart and does not spoil the others. */
final class PageAnswer<T> {
    private static final int MOST_PAGES = 100_000;

    private final String element;
    private final Function<XmlNode, T> row;
    private final List<T> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private @Nullable Answer answer;
    private @Nullable Integer total;

    PageAnswer(String element, Function<XmlNode, T> row) {
        this.element = element;
        this.row = row;
    }

    void take(XmlNode child) {
        if (child.name().equals(element)) {
            row(child);
            return;
        }
        switch (child.name()) {
            case "Bilgi" -> answer = Results.answer(child);
            case "ToplamSayfa" -> total = pages(Numbers.parse(child));
            case "HataliSatir" -> faults.add(new RowFault(child.text("KimlikNo").orElse("?"), Results.answer(child)));
            default -> {
                // A newer contract may say more than we ask for.
            }
        }
    }

    /** A list without an end would be read for ever. */
    private static int pages(int told) {
        if (told < 0 || told > MOST_PAGES) {
            throw MessageTrouble.of(Saying.TOO_MANY_PAGES, told);
        }
        return told;
    }

    private void row(XmlNode child) {
        try {
            rows.add(row.apply(child));
        } catch (MessageTrouble e) {
            faults.add(fault(child, e.remark()));
        } catch (ArithmeticException e) {
            faults.add(fault(child, Remark.of(Saying.NUMBER_TOO_LARGE)));
        }
    }

    private static RowFault fault(XmlNode row, Remark remark) {
        String code = row.text("KimlikNo").or(() -> row.text("AdresNo")).orElse("?");
        return new RowFault(code, new Answer(ResultCode.CONTRACT_CHANGED, null, remark));
    }

    RegistryPage<T> page(int number) {
        Answer said = answer;
        Integer pages = total;
        if (said == null || (Results.isDone(said) && pages == null)) {
            throw CallTrouble.of(
                    Effect.UNKNOWN, ResultCode.CONTRACT_CHANGED, Saying.ANSWER_LACKS_ONE_OF, "Bilgi", "ToplamSayfa");
        }
        if (!Results.isDone(said) || pages == null) {
            throw CallTrouble.told(said);
        }
        return new RegistryPage<>(rows, number, pages, faults);
    }
}
