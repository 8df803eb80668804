package id.saring.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Renders a template into memory instead of into the response. */
final class PageRenderer {
    private final ViewResolver views;

    PageRenderer(ViewResolver views) {
        this.views = views;
    }

    byte[] render(
            String template, Map<String, ?> model, Locale locale, HttpServletRequest request,
            HttpServletResponse response) {
        // The template asks the request for its language.
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(locale));
        try {
            View view = views.resolveViewName(template, locale);
            if (view == null) {
                throw new IllegalStateException("There is no template " + template);
            }
            Captured captured = new Captured(response);
            view.render(model, request, captured);
            return captured.bytes();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The template " + template + " cannot be rendered", e);
        }
    }

    private static final class Captured extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));

        Captured(HttpServletResponse response) {
            super(response);
        }

        byte[] bytes() {
            writer.flush();
            return out.toByteArray();
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void flushBuffer() {
            writer.flush();
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(int b) {
                    out.write(b);
                }
            };
        }
    }
}
