package id.saring.syndication;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.claim.Source;
import id.saring.exchange.ClaimReviews;
import id.saring.http.Imprint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every published claim for others to work with, in one stream however many there are, or page by page ({@code limit}
 * and the {@code Link} header). Each row bears its licence and date, because files get parted from what they came with.
 */
@Controller
@CrossOrigin(exposedHeaders = {"Link", "ETag", "Last-Modified"})
final class OpenData {
    private static final int STEP = 500;
    private static final List<String> COLUMNS = List.of(
            "id", "url", "language", "claim", "headline", "verdict", "summary", "sources", "firstSeenOn", "reviewedOn",
            "reviewedBy", "version", "updatedAt", "publisher", "licence");

    private final Claims claims;
    private final PublishedClaims published;
    private final Imprint imprint;
    private final JsonMapper json;
    private final FeedFreshness freshness;

    OpenData(
            Claims claims, PublishedClaims published, Imprint imprint, JsonMapper json, FeedFreshness freshness) {
        this.claims = claims;
        this.published = published;
        this.imprint = imprint;
        this.json = json;
        this.freshness = freshness;
    }

    /** Writes one claim after another. */
    private interface Rows {
        void add(Claim claim) throws IOException;

        default void end() throws IOException {}
    }

    @GetMapping("/feeds/claims.{form:jsonl|csv|json}")
    void all(
            @PathVariable String form,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Instant changedAt = published.summary().changedAt();
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (freshness.unchanged("v" + claims.storeVersion(), changedAt, request, response)) {
            return;
        }
        Imprint seen = imprint.seenBy(request);
        long first = after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        int most = limit.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(limit) : Integer.MAX_VALUE;
        Long next = most == Integer.MAX_VALUE ? null : last(first, most);
        response.addHeader(HttpHeaders.LINK, "<" + seen.licence() + ">; rel=\"license\"");
        if (next != null) {
            String address = seen.at("/feeds/claims." + form + "?after=" + next + "&limit=" + most);
            response.addHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        response.setContentType(switch (form) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/ld+json;charset=UTF-8";
            default -> "application/jsonl;charset=UTF-8";
        });
        try (Writer out = new BufferedWriter(new OutputStreamWriter(body(request, response),
                StandardCharsets.UTF_8), 1 << 15)) {
            write(rows(form, out, seen, changedAt), first, most);
        }
    }

    /** The id of the last claim on the page, if another page follows. */
    private @Nullable Long last(long after, int limit) {
        List<PublishedClaims.Stamp> page = published.stamps(after, limit + 1);
        return page.size() <= limit ? null : page.get(limit - 1).id().value();
    }

    private void write(Rows rows, long after, int most) throws IOException {
        long last = after;
        int left = most;
        List<Claim> step;
        do {
            step = published.after(last, Math.min(STEP, left));
            for (Claim claim : step) {
                rows.add(claim);
                last = claim.id().value();
            }
            left -= step.size();
        } while (!step.isEmpty() && left > 0);
        rows.end();
    }

    private Rows rows(String form, Writer out, Imprint seen, Instant changedAt) throws IOException {
        return switch (form) {
            case "csv" -> table(out, seen);
            case "json" -> new DataFeed(out, seen, changedAt);
            default -> claim -> {
                out.write(json.writeValueAsString(object(claim, seen)));
                out.write('\n');
            };
        };
    }

    private static Rows table(Writer out, Imprint seen) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(COLUMNS);
        return claim -> {
            ObjectNode object = object(claim, seen);
            for (String column : COLUMNS) {
                printer.print(column.equals("sources")
                        ? claim.content().sources().stream().map(Source::url).collect(Collectors.joining(" | "))
                        : cell(object.path(column).asString("")));
            }
            printer.println();
        };
    }

    /** No cell may be taken for a formula. */
    private static String cell(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static ObjectNode object(Claim claim, Imprint imprint) {
        ClaimContent content = claim.content();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", claim.id().value());
        object.put("url", imprint.claim(claim.id()));
        object.put("language", content.language().code());
        object.put("claim", content.text());
        put(object, "headline", content.headline());
        put(object, "verdict", content.verdict());
        put(object, "summary", content.summary());
        var sources = object.putArray("sources");
        for (Source source : content.sources()) {
            ObjectNode item = sources.addObject().put("title", source.title()).put("url", source.url());
            put(item, "publisher", source.publisher());
        }
        put(object, "firstSeenOn", content.firstSeenOn());
        put(object, "reviewedOn", content.reviewedOn());
        put(object, "reviewedBy", content.reviewedBy());
        object.put("version", claim.version());
        object.put("updatedAt", claim.updatedAt().toString());
        object.put("publisher", imprint.publisher());
        return object.put("licence", imprint.licence());
    }

    private static void put(ObjectNode object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value.toString());
        }
    }

    /** schema.org's DataFeed of ClaimReviews. */
    private final class DataFeed implements Rows {
        private final Writer out;
        private final Imprint seen;
        private String separator = "\n";

        DataFeed(Writer out, Imprint seen, Instant changedAt) throws IOException {
            this.out = out;
            this.seen = seen;
            ObjectNode head = JsonNodeFactory.instance.objectNode();
            head.put("@context", "https://schema.org").put("@type", "DataFeed").put("name", seen.publisher());
            head.put("url", seen.at("/feeds/claims.json")).put("license", seen.licence());
            head.put("dateModified", changedAt.toString());
            String written = json.writeValueAsString(head);
            out.write(written.substring(0, written.length() - 1) + ",\"dataFeedElement\":[");
        }

        @Override
        public void add(Claim claim) throws IOException {
            ObjectNode review = ClaimReviews.published(
                    claim, seen.claim(claim.id()), seen.publisher(), seen.at("/"), seen.timeZone());
            review.remove("@context");
            ObjectNode item = JsonNodeFactory.instance.objectNode().put("@type", "DataFeedItem");
            item.put("dateModified", claim.updatedAt().toString()).set("item", review);
            out.write(separator + json.writeValueAsString(item));
            separator = ",\n";
        }

        @Override
        public void end() throws IOException {
            out.write("\n]}\n");
        }
    }

    private static OutputStream body(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null || !accepted.contains("gzip")) {
            return response.getOutputStream();
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return new GZIPOutputStream(response.getOutputStream(), 1 << 14);
    }
}
