package id.saring.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.saring.chat.Patience;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Looks at every answer to the poller before the library does, which throws the reason of a refusal away and takes 401,
 * 409, 429 and a dead network all alike.
 */
final class PollWatch implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_ERROR_BYTES = 4096;

    private final PollState state;
    private final Patience patience;

    PollWatch(PollState state, Patience patience) {
        this.state = state;
        this.patience = patience;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            if (!chain.call().isCanceled()) {
                state.failed(Trouble.NO_ANSWER);
            }
            throw e;
        }
        if (!response.isSuccessful()) {
            state.failed(Trouble.ofCode(response.code()));
            int seconds = retryAfter(response.peekBody(MAX_ERROR_BYTES).string());
            patience.askedFor(Duration.ofSeconds(seconds));
        }
        return response;
    }

    private static int retryAfter(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return Math.max(0, answer.path("parameters").path("retry_after").asInt(0));
        } catch (IOException e) {
            return 0; // not Telegram's JSON: a proxy's page, which asks for nothing
        }
    }
}
