package id.saring.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Sockets that connect only to addresses they may. The check stands where the connection is made, after the name has
 * become an address, so that no name can mean one address when it is checked and another when it is used.
 */
public final class GuardedSockets extends SocketFactory {
    /** The address may not be connected to. */
    public static final class RefusedAddressException extends IOException {
        private RefusedAddressException() {
            super("Not a public address");
        }
    }

    private final Predicate<InetAddress> allowed;

    private GuardedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /**
     * A client for addresses that others chose. It goes to no other place than it may, follows nobody further, and
     * makes a connection of its own for each call, so that none checked for one name serves for the next.
     */
    public static OkHttpClient.Builder client(Predicate<InetAddress> allowed) {
        return new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(allowed))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (!(endpoint instanceof InetSocketAddress to)
                        || to.getAddress() == null
                        || !allowed.test(to.getAddress())) {
                    throw new RefusedAddressException();
                }
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        socket.connect(to, 0);
        return socket;
    }
}
