package id.saring.http;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one connection at a time, and knows since when it has been busy with the request at hand. */
final class TimedProcessor extends Http11Processor {
    private static final Logger LOG = LoggerFactory.getLogger(TimedProcessor.class);

    /** Whether there is a request at hand. */
    private volatile boolean busy;

    TimedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        busy = true;
        SocketState state = SocketState.CLOSED;
        try {
            state = super.service(socket);
            return state;
        } finally {
            // LONG: there is more to come of the headers, or the answer is to come later.
            if (state != SocketState.LONG) {
                busy = false;
            }
        }
    }

    /** Closes the connection if its client is too slow. Runs on another thread, so what it sees may be a little old. */
    void cutOffIfSlow(RequestPatience patience) {
        SocketWrapperBase<?> socket = getSocketWrapper();
        long since = request.getStartTimeNanos();
        if (!busy || socket == null || socket.isClosed() || since < 0) {
            return;
        }
        boolean receiving = request.getRequestProcessor().getStage() < Constants.STAGE_SERVICE || !request.isFinished();
        long limit = (receiving ? patience.request() : patience.response()).toNanos();
        if (System.nanoTime() - since > limit && (receiving || !isAsync())) {
            LOG.debug("A client that is too slow is cut off while {}", receiving ? "it sends" : "it is answered");
            socket.close();
        }
    }
}
