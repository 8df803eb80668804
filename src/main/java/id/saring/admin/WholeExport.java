package id.saring.admin;

import id.saring.audit.Feedback;
import id.saring.audit.Lookups;
import id.saring.claim.Revision;
import id.saring.claim.Revisions;
import id.saring.exchange.ClaimExport;
import id.saring.exchange.FileFormat;
import id.saring.feed.Feed;
import id.saring.feed.Feeds;
import id.saring.submission.Case;
import id.saring.submission.Cases;
import id.saring.tally.Grain;
import id.saring.tally.Tallies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.StreamUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is worth taking along, in one zip of JSON Lines: the claims as an import takes them, all that they
 * were, the cases with what staff noted and who sent what under their codes, what people thought of the answers, the
 * feeds, and what was counted. No address of a person is in it.
 */
public final class WholeExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ClaimExport claims;
    private final Revisions revisions;
    private final Cases cases;
    private final Tallies tallies;
    private final Lookups lookups;
    private final Feeds feeds;

    public WholeExport(
            ClaimExport claims, Revisions revisions, Cases cases, Tallies tallies, Lookups lookups, Feeds feeds) {
        this.claims = claims;
        this.revisions = revisions;
        this.cases = cases;
        this.tallies = tallies;
        this.lookups = lookups;
        this.feeds = feeds;
    }

    /**
     * Writes the zip and leaves the stream open; what is saved meanwhile may be in one of its files and not in another.
     *
     * @throws UncheckedIOException if the stream fails
     */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("claims.jsonl"));
        claims.write(StreamUtils.nonClosing(zip), FileFormat.JSON_LINES);
        lines(zip, "revisions.jsonl", lines -> revisions.forEach(revision -> lines.add(json(revision))));
        lines(zip, "cases.jsonl", lines -> cases.forEach(found -> lines.add(json(found))));
        lines(zip, "lookups.jsonl", lines -> tallies.lookups(Grain.DAY, Instant.EPOCH)
                .forEach(tally -> lines.add(JSON.valueToTree(tally))));
        lines(zip, "feedback.jsonl", lines -> lookups.forEachFeedback(said -> lines.add(json(said))));
        lines(zip, "feeds.jsonl", lines -> feeds.all().forEach(feed -> lines.add(json(feed))));
        zip.finish();
    }

    private interface Part {
        void write(Lines lines);
    }

    /** Writes objects, one a line. */
    private record Lines(Writer writer) {
        void add(ObjectNode object) {
            try {
                writer.write(JSON.writeValueAsString(object));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void lines(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        // What writes one part closes its own stream, and not the zip.
        OutputStream open = StreamUtils.nonClosing(zip);
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(open, StandardCharsets.UTF_8))) {
            part.write(new Lines(writer));
        }
    }

    private static ObjectNode json(Revision revision) {
        ObjectNode json = JSON.createObjectNode()
                .put("claim", revision.claim().value())
                .put("version", revision.version())
                .put("at", revision.at().toString())
                .put("author", revision.author().name())
                .put("reason", revision.reason())
                .put("state", revision.state().name());
        json.set("content", JSON.valueToTree(revision.content()));
        return json;
    }

    /** Without the question: its words belong to whoever asked, unless they sent it for checking. */
    private static ObjectNode json(Feedback said) {
        return JSON.createObjectNode()
                .put("claim", said.claim().value())
                .put("version", said.version())
                .put("asker", said.asker().value())
                .put("helpful", said.helpful())
                .put("at", said.at().toString());
    }

    private static ObjectNode json(Feed feed) {
        return JSON.createObjectNode()
                .put("url", feed.covered())
                .put("trusted", feed.trusted())
                .put("everyMinutes", feed.every().toMinutes())
                .put("fetchedAt", feed.fetchedAt() == null ? null : feed.fetchedAt().toString())
                .put("result", feed.result() == null ? null : feed.result().code().name());
    }

    private ObjectNode json(Case found) {
        ObjectNode json = JSON.createObjectNode()
                .put("case", found.id().value())
                .put("state", found.state().name())
                .put("language", found.language().code())
                .put("claim", found.claim() == null ? null : found.claim().value())
                .put("mergedInto", found.into() == null ? null : found.into().value())
                .put("reason", found.reason())
                .put("assignee", found.assignee())
                .put("askers", found.demand().askers())
                .put("messages", found.demand().messages())
                .put("firstAt", found.demand().firstAt().toString())
                .put("lastAt", found.demand().lastAt().toString());
        ArrayNode wordings = json.putArray("wordings");
        cases.variants(found.id()).forEach(variant ->
                wordings.addObject().put("text", variant.text()).put("messages", variant.messages()));
        ArrayNode notes = json.putArray("notes");
        cases.notes(found.id()).forEach(note -> notes.addObject()
                .put("author", note.author())
                .put("text", note.text())
                .put("at", note.at().toString()));
        ArrayNode sent = json.putArray("sent");
        cases.sendings(found.id(), Integer.MAX_VALUE).forEach(one -> sent.addObject()
                .put("asker", one.asker().value())
                .put("channel", one.channel().name())
                .put("forwarding", one.forwarding())
                .put("at", one.at().toString())
                .put("told", one.told()));
        return json;
    }
}
