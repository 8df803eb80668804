package id.saring.evaluate;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.text.Dates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads evaluation packs: claims and messages as JSON lines, labels as tab-separated lines, each plain or gzipped. */
final class PackFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1_000;

    private PackFiles() {}

    /**
     * Puts the claims of a file into a store, all of them published: what is measured is the match, not the verdict.
     *
     * @throws IllegalArgumentException naming the line that is no claim
     */
    static void loadClaims(Path file, Claims claims) {
        List<Claims.Row> batch = new ArrayList<>();
        eachObject(file, json -> {
            batch.add(row(json));
            if (batch.size() == BATCH) {
                claims.saveAll(batch);
                batch.clear();
            }
        });
        claims.saveAll(batch);
    }

    static List<Message> readMessages(Path file, Map<String, Set<String>> right, Map<String, Set<String>> acceptable) {
        List<Message> messages = new ArrayList<>();
        eachObject(file, json -> {
            String id = need(json, "id");
            messages.add(new Message(
                    id,
                    need(json, "text"),
                    json.path("kind").asString("-"),
                    right.getOrDefault(id, Set.of()),
                    acceptable.getOrDefault(id, Set.of())));
        });
        return messages;
    }

    /** Which claims (by key) answer which message. */
    static Map<String, Set<String>> readLabels(List<Path> files) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Path file : files) {
            eachLine(file, line -> {
                String[] columns = line.split("\t");
                if (columns.length < 2) {
                    throw new IllegalArgumentException("expected query_id<TAB>claim_id");
                }
                labels.computeIfAbsent(columns[0], id -> new HashSet<>()).add(columns[1]);
            });
        }
        return labels;
    }

    /** A claim in the packs' form, or in the form of our own export. */
    private static Claims.Row row(JsonNode json) {
        Language language = Language.of(text(json, "lang", "language")).orElse(Language.ID);
        String date = text(json, "date", "reviewedOn");
        List<LocalDate> dates = date == null ? List.of() : Dates.in(date, 1);
        List<String> phrasings = new ArrayList<>();
        json.path("phrasings").forEach(phrasing -> phrasings.add(phrasing.asString()));
        ClaimContent content = new ClaimContent(
                language,
                need(json, "claim"),
                text(json, "title", "headline"),
                verdict(text(json, "verdict")),
                text(json, "verdict"),
                null,
                text(json, "body", "summary"),
                List.of(),
                phrasings,
                List.of(),
                null,
                dates.isEmpty() ? null : dates.get(0),
                null);
        return new Claims.Row(need(json, "id", "key"), content, ClaimState.PUBLISHED);
    }

    /** Our own export says it in our words; of other packs the match is measured, so that any verdict does. */
    private static Verdict verdict(@Nullable String word) {
        return Arrays.stream(Verdict.values()).filter(v -> v.name().equals(word)).findFirst().orElse(Verdict.FALSE);
    }

    private static String need(JsonNode json, String... fields) {
        String value = text(json, fields);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("\"" + fields[0] + "\" is missing");
        }
        return value;
    }

    /** The first of these fields that holds text. */
    private static @Nullable String text(JsonNode json, String... fields) {
        for (String field : fields) {
            if (json.path(field).isString()) {
                return json.path(field).asString();
            }
        }
        return null;
    }

    private static void eachObject(Path file, Consumer<JsonNode> sink) {
        eachLine(file, line -> {
            try {
                sink.accept(JSON.readTree(line));
            } catch (JacksonException e) {
                throw new IllegalArgumentException("not JSON", e);
            }
        });
    }

    private static void eachLine(Path file, Consumer<String> sink) {
        int number = 0;
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sink.accept(line);
                }
            }
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            throw new IllegalArgumentException("Cannot read " + file + ": " + reason, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
