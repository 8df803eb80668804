package id.saring.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers failed requests: programs get a problem detail, browsers that asked for a page get the error page. */
@ControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    /**
     * What the client sent is no request: parameters wrongly written, parts without a boundary, a body that breaks off.
     */
    @ExceptionHandler({
        InvalidParameterException.class,
        MultipartException.class,
        BadRequestException.class,
        ClientAbortException.class
    })
    @Nullable ResponseEntity<Object> unreadable(Exception failure, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || response.isCommitted()) {
            return null; // whoever sent it has been answered, or is gone
        }
        boolean large = failure instanceof InvalidParameterException parameter
                && parameter.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        Problem problem = large
                ? new Problem(HttpStatus.CONTENT_TOO_LARGE, "upload_too_large")
                : new Problem(HttpStatus.BAD_REQUEST, "request_unreadable");
        return handleErrorResponseException(problem, problem.getHeaders(), problem.getStatusCode(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || !wantsPage(request)) {
            return super.handleExceptionInternal(failure, body, headers, status, request);
        }
        try {
            if (!response.isCommitted()) {
                headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
                response.sendError(status.value());
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wantsPage(WebRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
