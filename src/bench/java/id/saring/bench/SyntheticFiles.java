package id.saring.bench;

import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes synthetic claims and messages to files: {@code claims.jsonl} as the program imports and evaluates them, and
 * {@code messages.jsonl} with {@code qrels.tsv}, as it evaluates them.
 */
public final class SyntheticFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SyntheticFiles() {}

    /** @param args seed, number of claims, number of messages, folder */
    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            System.err.println("Usage: SEED CLAIMS MESSAGES FOLDER");
            System.exit(2);
        }
        SyntheticClaims claims = new SyntheticClaims(Long.parseLong(args[0]), Integer.parseInt(args[1]));
        write(claims, Integer.parseInt(args[2]), Path.of(args[3]));
    }

    /** Writes all claims and so many messages into {@code folder}. */
    public static void write(SyntheticClaims claims, int messages, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("claims.jsonl"))) {
            for (int i = 0; i < claims.size(); i++) {
                line(out, claimOf(claims.claim(i)));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("messages.jsonl"));
                BufferedWriter labels = Files.newBufferedWriter(folder.resolve("qrels.tsv"))) {
            for (int i = 0; i < messages; i++) {
                line(out, Map.of("id", "m" + i, "text", claims.message(i), "kind", claims.kindOf(i).name()));
                if (claims.kindOf(i) != SyntheticClaims.Kind.CHATTER) {
                    labels.write("m" + i + "\t" + SyntheticClaims.key(claims.claimOf(i)) + "\n");
                }
            }
        }
    }

    private static Map<String, Object> claimOf(Claims.Row row) {
        ClaimContent content = row.content();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", row.key());
        object.put("language", content.language().code());
        object.put("claim", content.text());
        put(object, "headline", content.headline());
        put(object, "verdict", content.verdict());
        put(object, "summary", content.summary());
        object.put("sources", content.sources().stream().map(s -> Map.of("title", s.title(), "url", s.url())).toList());
        object.put("phrasings", content.phrasings());
        put(object, "reviewedOn", content.reviewedOn());
        object.put("state", row.state());
        return object;
    }

    private static void put(Map<String, Object> object, String field, @Nullable Object value) {
        if (value != null) {
            object.put(field, value.toString());
        }
    }

    private static void line(BufferedWriter out, Map<String, ?> object) throws IOException {
        out.write(JSON.writeValueAsString(object));
        out.write('\n');
    }
}
