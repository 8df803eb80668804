package id.saring.exchange;

import tools.jackson.databind.JsonNode;

/** Takes what a reader cuts out of a file, one piece at a time, so that no reader holds a whole file. */
interface Pieces {
    /** A piece that should hold a claim. */
    void found(String place, JsonNode piece);

    /** A piece that cannot be read. */
    void broken(String place, String reason);
}
