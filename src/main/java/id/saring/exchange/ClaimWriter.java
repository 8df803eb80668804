package id.saring.exchange;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes claims one after another in one format. */
sealed interface ClaimWriter extends Closeable {
    void write(Claim claim) throws IOException;

    static ClaimWriter of(FileFormat format, Writer out) throws IOException {
        return switch (format) {
            case JSON_LINES -> new JsonLines(out);
            case CSV -> new Csv(out);
            case CLAIM_REVIEW -> new Feed(out);
            case FEED -> throw new IllegalArgumentException("Claims are not written as RSS or Atom");
        };
    }

    private static String json(ObjectNode object) {
        return JsonLinesReader.JSON.writeValueAsString(object);
    }

    /** One object a line. */
    record JsonLines(Writer out) implements ClaimWriter {
        @Override
        public void write(Claim claim) throws IOException {
            out.write(json(ClaimForm.write(claim)));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A header and one row a claim, as {@link CsvReader} reads them. */
    record Csv(CSVPrinter out) implements ClaimWriter {
        Csv(Writer out) throws IOException {
            this(new CSVPrinter(out, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get()));
            this.out.printRecord(ClaimForm.FIELDS);
        }

        @Override
        public void write(Claim claim) throws IOException {
            ClaimContent content = claim.content();
            out.printRecord(
                    cell(claim.key()),
                    cell(content.language().code()),
                    cell(content.text()),
                    cell(content.headline()),
                    cell(content.verdict()),
                    cell(content.rating()),
                    cell(content.kind()),
                    cell(content.summary()),
                    CsvCells.writeSources(content.sources()),
                    CsvCells.writeList(content.phrasings()),
                    CsvCells.writeList(content.appearances()),
                    cell(content.firstSeenOn()),
                    cell(content.reviewedOn()),
                    cell(content.reviewedBy()),
                    cell(claim.state()));
        }

        private static String cell(@Nullable Object value) {
            return CsvCells.write(value == null ? null : value.toString());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A schema.org DataFeed of ClaimReviews, as other publishers' feeds are. */
    final class Feed implements ClaimWriter {
        private final Writer out;
        private String separator = "\n";

        Feed(Writer out) throws IOException {
            this.out = out;
            out.write("{\"@context\":\"" + ClaimReviews.CONTEXT + "\",\"@type\":\"DataFeed\",\"dataFeedElement\":[");
        }

        @Override
        public void write(Claim claim) throws IOException {
            out.write(separator);
            out.write("{\"@type\":\"DataFeedItem\",\"item\":" + json(ClaimReviews.of(claim, null)) + "}");
            separator = ",\n";
        }

        @Override
        public void close() throws IOException {
            out.write("\n]}\n");
            out.close();
        }
    }
}
