package id.saring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * What programs post to this very path, thousands of times a second: it is answered with a status alone, without what
 * pages need on the way. The same path has a handler for whoever comes the long way.
 *
 * @param answer gives the status; what it throws is answered like any failure
 */
public record ShortWay(String path, Answer answer) {
    /** Takes in what was posted. */
    @FunctionalInterface
    public interface Answer {
        HttpStatus to(HttpServletRequest request) throws IOException;
    }
}
