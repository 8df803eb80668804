package id.saring.whatsapp;

import tools.jackson.databind.JsonNode;

/**
 * An error as the Graph API tells it. Only its numbers are kept: its words may quote ours, or an address.
 *
 * @param code    what is wrong; {@value #UNKNOWN} if it does not say
 * @param subcode more of it; 0 if there is none
 * @param status  the HTTP status it came with; 0 if it came by webhook
 */
record GraphError(int code, int subcode, int status) {
    static final int UNKNOWN = -1;

    static GraphError of(JsonNode error, int status) {
        return new GraphError(
                error.path("code").asInt(UNKNOWN), error.path("error_subcode").asInt(0), status);
    }
}
