package id.saring.exchange;

import id.saring.exchange.LineReader.Line;
import java.io.IOException;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cuts a text into lines and each line into a JSON object; a broken line costs only itself. */
final class JsonLinesReader {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(RowLimits.ROW).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final LineReader lines;

    JsonLinesReader(Reader in) {
        this.lines = new LineReader(in);
    }

    void read(Pieces pieces) throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                pieces.broken(line.place(), "is longer than " + RowLimits.ROW + " characters");
            } else if (!line.blank()) {
                readLine(line, pieces);
            }
        }
    }

    private static void readLine(Line line, Pieces pieces) {
        JsonNode piece;
        try {
            piece = JSON.readTree(line.text());
        } catch (JacksonException e) {
            pieces.broken(line.place(), reasonOf(e));
            return;
        }
        pieces.found(line.place(), piece);
    }

    static String reasonOf(JacksonException e) {
        String message = e.getOriginalMessage();
        if (e instanceof JacksonIOException) {
            return "is damaged: " + message;
        }
        return "is not valid JSON: " + (message == null ? "unreadable" : message);
    }
}
