package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk of its own of a few megabytes, in memory, that can be filled to the last byte; only root can have one. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk at(Path folder, int megabytes) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a small disk");
        int mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "kent-test", folder.toString());
        assumeTrue(mounted == 0, "this machine lets nobody mount a small disk");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room at all. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) out.write(block);
        } catch (IOException full) {
            assertThat(Files.getFileStore(folder).getUsableSpace()).isZero();
        }
    }

    /** Leaves so many bytes, in whole pages. */
    void fillBut(int bytes) throws IOException {
        fill();
        try (var channel = Files.newByteChannel(filler(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", "-l", folder.toString())).isZero();
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) System.err.println(String.join(" ", command) + ": " + said);
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
