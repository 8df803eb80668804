package id.saring.site;

import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells search engines which pages there are: one sitemap, or an index of several where there are too many for one. */
@Controller
final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final PublishedClaims claims;
    private final Imprint imprint;
    private final Revalidation revalidation;
    private final int size;

    /** @param size how many pages a sitemap lists; the protocol allows 50,000 */
    Sitemap(PublishedClaims claims, Imprint imprint, Revalidation revalidation, int size) {
        this.claims = claims;
        this.imprint = imprint;
        this.revalidation = revalidation;
        this.size = size;
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String robots(HttpServletRequest request) {
        return """
                User-agent: *
                Disallow: /moderation
                Disallow: /admin
                Disallow: /cek
                Disallow: /widget$
                Disallow: /klaim?
                Disallow: /claims?
                Allow: /

                Sitemap: %s
                """.formatted(imprint.seenBy(request).at("/sitemap.xml"));
    }

    @GetMapping("/sitemap.xml")
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Long> starts = starts();
        if (starts.size() == 1) {
            pages(request, response, starts.getFirst(), true);
            return;
        }
        Imprint seen = imprint.seenBy(request);
        PrintWriter out = begin(request, response);
        if (out == null) {
            return;
        }
        out.print("<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
        for (int i = 1; i <= starts.size(); i++) {
            out.print("<sitemap><loc>" + seen.at("/sitemap-" + i + ".xml") + "</loc></sitemap>\n");
        }
        out.print("</sitemapindex>\n");
    }

    @GetMapping("/sitemap-{number:[1-9][0-9]{0,3}}.xml")
    void part(@PathVariable int number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Long> starts = starts();
        if (number > starts.size()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        pages(request, response, starts.get(number - 1), number == 1);
    }

    private void pages(HttpServletRequest request, HttpServletResponse response, long after, boolean first)
            throws IOException {
        Imprint seen = imprint.seenBy(request);
        PrintWriter out = begin(request, response);
        if (out == null) {
            return;
        }
        out.print("<urlset xmlns=\"" + NAMESPACE + "\">\n");
        if (first) {
            out.print("<url><loc>" + seen.at("/") + "</loc></url>\n");
            out.print("<url><loc>" + seen.at("/klaim") + "</loc></url>\n");
        }
        for (Stamp stamp : claims.stamps(after, size)) {
            out.print("<url><loc>" + seen.claim(stamp.id()) + "</loc><lastmod>" + stamp.updatedAt()
                    + "</lastmod></url>\n");
        }
        out.print("</urlset>\n");
    }

    /** After which ids the sitemaps begin. */
    private List<Long> starts() {
        List<Long> starts = new ArrayList<>(List.of(0L));
        starts.addAll(claims.runs(size));
        if (starts.size() > 1 && claims.stamps(starts.getLast(), 1).isEmpty()) {
            starts.removeLast();
        }
        return starts;
    }

    private @Nullable PrintWriter begin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        PublishedClaims.Summary summary = claims.summary();
        String tag = "W/\"" + summary.count() + "-" + summary.changedAt().toEpochMilli() + "\"";
        if (revalidation.isKnown(tag, summary.changedAt(), request, response)) {
            return null;
        }
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        PrintWriter out = response.getWriter();
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return out;
    }
}
