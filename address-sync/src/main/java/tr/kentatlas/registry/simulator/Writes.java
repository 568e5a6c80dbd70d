package tr.kentatlas.registry.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Carries out writes, each request number once: what is sent again gets the answer of the first time. */
final class Writes {
    private static final Set<String> OPERATIONS =
            Set.of("YolKaydet", "YapiKaydet", "NumaratajKaydet", "BagimsizBolumKaydet", "Kapat");

    private final RegistryBook book;
    private final Map<String, Done> done = new HashMap<>();

    Writes(RegistryBook book) {
        this.book = book;
    }

    private record Done(XmlNode request, Reply reply) {}

    static boolean isWrite(String operation) {
        return OPERATIONS.contains(operation);
    }

    Reply handle(XmlNode request) {
        synchronized (book) {
            String number = request.required("IstekNo");
            Done before = done.get(number);
            if (before != null) {
                return before.request.equals(request)
                        ? before.reply.again()
                        : Reply.refused(Reply.VALIDATION, "Bu IstekNo başka bir içerikle kullanılmış.");
            }
            Reply reply = carryOut(request);
            done.put(number, new Done(request, reply));
            return reply;
        }
    }

    /** What became of a request. */
    Reply lookUp(XmlNode question) {
        synchronized (book) {
            return Optional.ofNullable(done.get(question.required("IstekNo")))
                    .map(known -> known.reply.again())
                    .orElseGet(() -> Reply.refused(Reply.NOT_FOUND, "Böyle bir istek alınmadı."));
        }
    }

    private Reply carryOut(XmlNode request) {
        try {
            return switch (request.name()) {
                case "YolKaydet" -> new RoadRules(book).put(RequestReader.road(request));
                case "YapiKaydet" -> new PlaceRules(book).put(RequestReader.building(request));
                case "NumaratajKaydet" -> new PlaceRules(book).put(RequestReader.door(request));
                case "BagimsizBolumKaydet" -> new PlaceRules(book).put(RequestReader.unit(request));
                default -> new RetireRules(book).retire(RequestReader.retirement(request));
            };
        } catch (MessageTrouble | ArithmeticException e) {
            return Reply.refused(Reply.VALIDATION, String.valueOf(e.getMessage()));
        }
    }
}
