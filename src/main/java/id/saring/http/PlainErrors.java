package id.saring.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Tells what is wrong with requests so malformed that they never reach the application, in a line instead of Tomcat's
 * own page. Public because Tomcat makes it.
 */
public final class PlainErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        String line = status + (known == null ? "" : " " + known.getReasonPhrase()) + "\n";
        try {
            if (!response.containsHeader("Content-Security-Policy")) {
                SafeHeaders.write(response, request.isSecure());
            }
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getReporter().write(line);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Whoever sent it is gone.
        }
    }
}
