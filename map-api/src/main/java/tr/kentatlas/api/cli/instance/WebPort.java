package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.net.ServerSocket;
import tr.kentatlas.api.cli.report.UserError;

/** The TCP port the city is served on. */
public record WebPort(int number) {
    public WebPort {
        if (number < 1 || number > 65_535) {
            throw new UserError("A port is a number from 1 to 65535, which " + number + " is not.");
        }
    }

    /** Asked before the long work begins; the server's own bind is what counts in the end. */
    public void requireFree() {
        try (ServerSocket probe = new ServerSocket(number)) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw taken(e);
        }
    }

    public UserError taken(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("ermission denied")
                ? new UserError("No permission to use port " + number + ": choose one above 1023 with --port.", cause)
                : new UserError(
                        "Port " + number + " is taken by another program: choose another one with --port.", cause);
    }

    public String url() {
        return "http://localhost:" + number;
    }
}
