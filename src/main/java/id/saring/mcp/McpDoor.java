package id.saring.mcp;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import id.saring.http.AddressLimit;
import id.saring.http.PerAddress;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the protocol's server with the first request, because few installations are asked and the start must be short.
 */
final class McpDoor extends HttpServlet {
    private static final int LARGEST = 128 * 1024;
    private static final String INSTRUCTIONS =
            "Verdicts of fact-checkers on rumours that travel in chat apps. Always give the verdict together with its sources"
                    + " and the claim's url. If nothing matches, say that it has not been checked; do not judge by yourself.";

    private final transient Supplier<ClaimTools> tools;
    private final transient Supplier<JsonMapper> json;
    private final transient Supplier<AddressLimit> limit;
    private transient volatile @Nullable HttpServletStatelessServerTransport transport;
    private transient @Nullable McpStatelessSyncServer server;

    /** The server writes its errors as they are; of an exception others get the error it stands for, not our stack. */
    @JsonIncludeProperties({"jsonRpcError", "message"})
    private interface ToldError {}

    McpDoor(Supplier<ClaimTools> tools, Supplier<JsonMapper> json, Supplier<AddressLimit> limit) {
        this.limit = limit;
        this.tools = tools;
        this.json = json;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        long seconds = limit.get().use(PerAddress.Caller.PROGRAM, request);
        if (seconds > 0) {
            response.setHeader("Retry-After", Long.toString(seconds));
            response.sendError(429);
            return;
        }
        HttpServletStatelessServerTransport open = transport;
        (open == null ? open() : open).service(request, response);
    }

    private synchronized HttpServletStatelessServerTransport open() {
        HttpServletStatelessServerTransport open = transport;
        if (open == null) {
            JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(json.get()
                    .rebuild()
                    .addMixIn(McpError.class, ToldError.class)
                    .build());
            open = HttpServletStatelessServerTransport.builder()
                    .jsonMapper(mapper)
                    .messageEndpoint(McpConfiguration.PATH)
                    .maxRequestSize(LARGEST)
                    .build();
            server = McpServer.sync(open)
                    .jsonMapper(mapper)
                    .serverInfo("saring", "1.0.0")
                    .instructions(INSTRUCTIONS)
                    .capabilities(ServerCapabilities.builder().tools(false).build())
                    .validateToolInputs(false)
                    .immediateExecution(true)
                    .tools(tools.get().all())
                    .build();
            transport = open;
        }
        return open;
    }

    @Override
    public void destroy() {
        McpStatelessSyncServer open = server;
        if (open != null) {
            open.close();
        }
    }
}
