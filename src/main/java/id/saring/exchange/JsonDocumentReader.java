package id.saring.exchange;

import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks a JSON document and hands over the elements of its outer array, {@code @graph} or feed one by one, so that a
 * feed of any size fits. What follows a syntax error cannot be read.
 */
final class JsonDocumentReader {
    /** A property given twice would cost not only its own piece here, so the later one counts. */
    private static final JsonMapper JSON = JsonLinesReader.JSON
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final PieceReader in;
    private final JsonParser parser;
    private final Pieces pieces;
    private long item;

    JsonDocumentReader(Reader in, Pieces pieces) {
        this.in = new PieceReader(in);
        this.parser = JSON.createParser(this.in);
        this.pieces = pieces;
    }

    void read() {
        try {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_ARRAY -> readElements();
                    case START_OBJECT -> readObject();
                    default -> readPiece();
                }
            }
        } catch (JacksonException e) {
            pieces.broken(
                    "line " + parser.currentLocation().getLineNr(),
                    "after item " + item + " the file " + JsonLinesReader.reasonOf(e) + "; nothing after it was read");
        }
    }

    private void readElements() {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readPiece();
        }
    }

    private void readPiece() {
        item++;
        in.next();
        String place = "line %d, item %d".formatted(parser.currentTokenLocation().getLineNr(), item);
        JsonNode piece = parser.readValueAsTree();
        pieces.found(place, piece);
    }

    /** An object may turn out to hold a feed; its other properties are kept in case it is a claim itself. */
    private void readObject() {
        String place = "line %d, item %d".formatted(parser.currentTokenLocation().getLineNr(), item + 1);
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        boolean feed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && Containers.PROPERTIES.contains(name)) {
                feed = true;
                readElements();
            } else {
                rest.set(name, (JsonNode) parser.readValueAsTree());
                if (feed) {
                    rest.removeAll(); // what stands beside a feed is of no use
                    in.next();
                }
            }
        }
        if (!feed) {
            item++;
            pieces.found(place, rest);
        }
    }
}
