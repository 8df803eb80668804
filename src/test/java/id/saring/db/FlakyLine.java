package id.saring.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to the PostgreSQL server that can be cut, and can fall silent as a broken network does, which says nothing.
 */
public final class FlakyLine implements AutoCloseable {
    private enum State {
        SOUND,
        CUT,
        SILENT
    }

    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.SOUND;

    public FlakyLine() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /**
     * The database as it is reached over this line.
     *
     * @param parameters for the driver, such as {@code socketTimeout=1}
     */
    public DatabaseSettings to(DatabaseSettings database, String parameters) {
        String url = String.valueOf(database.url())
                .replaceFirst("localhost:\\d+", "localhost:" + entrance.getLocalPort());
        return new DatabaseSettings(database.dataDir(), url + "?" + parameters, database.user(), database.password());
    }

    /** Ends all connections and lets nobody in. */
    public void cut() {
        state = State.CUT;
        open.forEach(FlakyLine::close);
    }

    /** Keeps all connections but lets nothing through. */
    public void silence() {
        state = State.SILENT;
    }

    /** Sound again, for new connections; what was silenced stays so. */
    public void mend() {
        state = State.SOUND;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (state == State.CUT) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), PostgresServer.port());
                open.add(client);
                open.add(server);
                Thread.startVirtualThread(() -> pump(client, server));
                Thread.startVirtualThread(() -> pump(server, client));
            } catch (IOException e) {
                // The line is being closed, or one who called has gone.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            boolean silenced = false;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                silenced |= state == State.SILENT;
                if (!silenced) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Cut.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
