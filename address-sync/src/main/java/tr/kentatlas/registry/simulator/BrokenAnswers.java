package tr.kentatlas.registry.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tr.kentatlas.registry.soap.SoapReader;
import tr.kentatlas.registry.soap.SoapWriter;

/** What goes over the wire when something is wrong. */
final class BrokenAnswers {
    private static final Charset TURKISH = Charset.forName("windows-1254");

    private BrokenAnswers() {}

    static Answer soapFault() {
        return new Answer(
                500, "text/xml; charset=utf-8", SoapWriter.fault("soap:Server", "Beklenmeyen bir hata oluştu."));
    }

    static Answer html() {
        String page =
                "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";
        return new Answer(502, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer empty(int status) {
        return new Answer(status, "text/xml; charset=utf-8", new byte[0]);
    }

    static Answer busy() {
        return new Answer(429, "text/plain; charset=utf-8", "Kota doldu.".getBytes(StandardCharsets.UTF_8));
    }

    static Answer cutOff(Answer whole) {
        return whole.with(Arrays.copyOf(whole.body(), whole.body().length * 2 / 3));
    }

    static Answer inTurkishEncoding(Answer whole) {
        return whole.with(new String(whole.body(), StandardCharsets.UTF_8).getBytes(TURKISH));
    }

    /** Nine levels of ten: a thousand million words, if a reader were to unfold them. */
    static Answer bomb() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE bomb [<!ENTITY a0 \"boom\">");
        for (int level = 1; level < 10; level++) {
            text.append("<!ENTITY a").append(level).append(" \"");
            text.append(("&a" + (level - 1) + ";").repeat(10)).append("\">");
        }
        text.append("]><soap:Envelope xmlns:soap=\"").append(SoapReader.ENVELOPE);
        text.append("\"><soap:Body><x>&a9;</x></soap:Body></soap:Envelope>");
        return new Answer(200, "text/xml; charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without what every answer must begin with. */
    static Answer withoutResult(Answer whole) {
        String text = new String(whole.body(), StandardCharsets.UTF_8);
        return whole.with(text.replaceFirst("<Bilgi>.*?</Bilgi>", "").getBytes(StandardCharsets.UTF_8));
    }

    static Answer withUnknownCode(Answer whole) {
        String text = new String(whole.body(), StandardCharsets.UTF_8);
        return whole.with(text.replaceFirst("<Kod>\\d+</Kod>", "<Kod>" + Reply.UNKNOWN + "</Kod>")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** What is sent to the caller. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, String type, byte[] body) {
        private Answer with(byte[] other) {
            return new Answer(status, type, other);
        }
    }
}
