package tr.kentatlas.api.ogc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One exchange over a bare socket, for requests no client would send. */
final class RawCall {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern LENGTH =
            Pattern.compile("(?is)\\A[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*?Content-Length: (\\d+).*?\\r\\n\\r\\n");

    private final URI server;

    RawCall(String url) {
        server = URI.create(url);
    }

    /** A request of that method and target, well formed but for what they bring with them. */
    Answer ask(String method, String target, String... headers) {
        String lines = Arrays.stream(headers).map(line -> line + "\r\n").reduce("", String::concat);
        return send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n");
    }

    /** Sends everything before it reads, as simple clients do. */
    Answer send(String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return Answer.of(new String(wholeAnswer(socket.getInputStream()), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To its end, also where the server leaves the connection open, as it does after CONNECT. */
    private static byte[] wholeAnswer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
            read.write(piece, 0, size);
            Matcher length = LENGTH.matcher(read.toString(ISO_8859_1));
            if (length.find() && read.size() - length.end() >= Integer.parseInt(length.group(1))) break;
        }
        return read.toByteArray();
    }

    record Answer(int status, String head, String body) {
        private static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) throw new IllegalStateException("no answer but: " + text);
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        }

        Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst();
        }
    }
}
