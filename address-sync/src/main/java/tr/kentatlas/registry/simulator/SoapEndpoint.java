package tr.kentatlas.registry.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.simulator.BrokenAnswers.Answer;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.SoapReader;
import tr.kentatlas.registry.soap.SoapReader.Message;
import tr.kentatlas.registry.soap.SoapWriter;
import tr.kentatlas.registry.soap.SoapWriter.Absent;
import tr.kentatlas.registry.soap.XmlNode;

/** Takes SOAP requests: who calls, how often, what shall go wrong, and then what was asked. */
final class SoapEndpoint implements HttpHandler {
    private static final int LARGEST = 4_000_000;
    private static final int SILENCE_SECONDS = 120;
    private static final String XML = "text/xml; charset=utf-8";

    private final SimulatorOptions options;
    private final RegistryBook book;
    private final Writes writes;
    private final Lists lists;
    private final Faults faults;
    private final Journal journal;
    private final Quota quota;
    private final WriteLog log;
    private final CountDownLatch closing;

    SoapEndpoint(
            SimulatorOptions options,
            RegistryBook book,
            Faults faults,
            Journal journal,
            WriteLog log,
            CountDownLatch closing) {
        this.options = options;
        this.book = book;
        this.faults = faults;
        this.journal = journal;
        this.log = log;
        this.closing = closing;
        this.writes = new Writes(book);
        this.lists = new Lists(book, options.pageSize());
        this.quota = new Quota(options.quota());
    }

    /** Carries out again what was written before the last stop; nobody is answered. */
    void replay(byte[] message) {
        Reply unused = writes.handle(SoapReader.read(message).body());
    }

    Quota quota() {
        return quota;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readNBytes(LARGEST);
            Optional<Answer> answer = quota.allows(book.now()) ? answer(sent) : Optional.of(turnedAway(exchange));
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private static Answer turnedAway(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        return BrokenAnswers.busy();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Empty when the caller never hears anything. */
    private Optional<Answer> answer(byte[] sent) {
        Message message;
        try {
            message = SoapReader.read(sent);
        } catch (MessageTrouble e) {
            return Optional.of(fault("soap:Client", String.valueOf(e.getMessage())));
        }
        if (!isKnown(message)) {
            journal.add(book.now(), message.body().name(), null, null, Optional.empty());
            return Optional.of(fault("wsse:FailedAuthentication", "Kullanıcı adı ya da parola geçersiz."));
        }
        return answer(message.body(), sent, faults.next(message.body().name()).orElse(null));
    }

    private static Answer fault(String code, String text) {
        return new Answer(500, XML, SoapWriter.fault(code, text));
    }

    private boolean isKnown(Message message) {
        Optional<XmlNode> token = message.security().flatMap(header -> header.child("UsernameToken"));
        return token.flatMap(t -> t.text("Username")).equals(Optional.of(options.user()))
                && token.flatMap(t -> t.text("Password")).equals(Optional.of(options.password()));
    }

    private Optional<Answer> answer(XmlNode request, byte[] sent, @Nullable FaultMode fault) {
        Optional<Answer> before = fault == null ? Optional.empty() : insteadOfWork(fault);
        if (before.isPresent() || fault == FaultMode.F08_SILENCE) {
            journal.add(book.now(), request.name(), number(request), fault, Optional.empty());
            silence(fault);
            return before;
        }
        if (fault == FaultMode.F10_TWICE) {
            work(request, sent, fault);
        }
        Answer answer = work(request, sent, fault);
        return fault == FaultMode.F09_LOST_ANSWER ? lost() : Optional.of(spoiled(answer, fault));
    }

    private Optional<Answer> lost() {
        silence(FaultMode.F08_SILENCE);
        return Optional.empty();
    }

    /** Until the caller gives up (the exchange is closed after a while) or the simulator stops. */
    private void silence(@Nullable FaultMode fault) {
        if (fault == FaultMode.F08_SILENCE) {
            try {
                boolean unused = closing.await(SILENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<Answer> insteadOfWork(FaultMode fault) {
        return switch (fault) {
            case F07_SOAP_FAULT -> Optional.of(BrokenAnswers.soapFault());
            case F07_HTML -> Optional.of(BrokenAnswers.html());
            case F07_EMPTY_500 -> Optional.of(BrokenAnswers.empty(500));
            case F07_EMPTY_200 -> Optional.of(BrokenAnswers.empty(200));
            default -> Optional.empty();
        };
    }

    private static Answer spoiled(Answer answer, @Nullable FaultMode fault) {
        if (fault == null) {
            return answer;
        }
        return switch (fault) {
            case CUT_OFF -> BrokenAnswers.cutOff(answer);
            case WINDOWS_1254 -> BrokenAnswers.inTurkishEncoding(answer);
            case XML_BOMB -> BrokenAnswers.bomb();
            case UNKNOWN_CODE -> BrokenAnswers.withUnknownCode(answer);
            case MISSING_ELEMENT -> BrokenAnswers.withoutResult(answer);
            default -> answer;
        };
    }

    private Answer work(XmlNode request, byte[] sent, @Nullable FaultMode fault) {
        Absent absent =
                fault == FaultMode.F17_NIL ? Absent.NIL : fault == FaultMode.F17_EMPTY ? Absent.EMPTY : Absent.LEFT_OUT;
        try {
            if (Writes.isWrite(request.name()) || request.name().equals("IstekSorgula")) {
                return write(request, sent, fault, absent);
            }
            journal.add(book.now(), request.name(), null, fault, Optional.empty());
            return read(request, absent, Optional.ofNullable(fault));
        } catch (MessageTrouble e) {
            return fault("soap:Client", String.valueOf(e.getMessage()));
        }
    }

    private Answer write(XmlNode request, byte[] sent, @Nullable FaultMode fault, Absent absent) {
        boolean question = !Writes.isWrite(request.name());
        Reply reply = question ? writes.lookUp(request) : writes.handle(request);
        if (reply.changed() || (!question && reply.result() != Reply.DONE)) {
            log.append(sent);
        }
        journal.add(book.now(), request.name(), number(request), fault, Optional.of(reply));
        return ok(SoapWriter.plain(absent, Contract.NAMESPACE, request.name() + "Yanit", out -> {
            result(out, reply.result(), reply.text());
            out.value("KimlikNo", reply.code());
            out.value("SurumNo", reply.version());
            RowXml.sides(out, reply.sides());
        }));
    }

    private Answer read(XmlNode request, Absent absent, Optional<FaultMode> fault) {
        if (request.name().equals("EnBuyukSurum")) {
            long version = version(request.requiredNumber("MahalleKimlikNo"));
            return ok(SoapWriter.plain(absent, Contract.NAMESPACE, "EnBuyukSurumYanit", out -> {
                result(out, Reply.DONE, "");
                out.value("SurumNo", version);
            }));
        }
        Lists.Page<?> page = lists.page(request, fault)
                .orElseThrow(() -> MessageTrouble.of(Saying.NO_OPERATION, MessageTrouble.shown(request.name())));
        return ok(SoapWriter.plain(absent, Contract.NAMESPACE, request.name() + "Yanit", out -> {
            result(out, Reply.DONE, "İşlem başarılı.");
            page.write(out);
        }));
    }

    private long version(long neighbourhood) {
        synchronized (book) {
            return book.highestVersion(neighbourhood);
        }
    }

    private static void result(SoapWriter out, int code, String text) {
        out.element("Bilgi", info -> {
            info.value("Kod", code);
            info.value("Aciklama", text);
        });
    }

    private static Answer ok(byte[] body) {
        return new Answer(200, XML, body);
    }

    private static @Nullable String number(XmlNode request) {
        return request.text("IstekNo").orElse(null);
    }
}
