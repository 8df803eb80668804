package id.saring.submission;

import id.saring.claim.ClaimContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds open cases by how like their wordings are to some texts. */
final class LikeCases {
    /** Texts of a claim that open cases are looked for by: its own sentence, and the phrasings learned last. */
    private static final int OLDEST_TEXTS = 10;

    private static final int NEWEST_TEXTS = 10;

    private final WordingIndex index;
    private final CaseTable table;

    LikeCases(WordingIndex index, CaseTable table) {
        this.index = index;
        this.table = table;
    }

    List<Waiting> waitingFor(ClaimContent draft, int limit) {
        List<String> texts = Stream.concat(Stream.ofNullable(draft.headline()),
                Stream.concat(Stream.of(draft.text()), draft.phrasings().stream()))
                .filter(text -> !text.isBlank())
                .toList();
        int newest = Math.max(OLDEST_TEXTS, texts.size() - NEWEST_TEXTS);
        return likest(Stream.concat(texts.stream().limit(OLDEST_TEXTS), texts.stream().skip(newest)))
                .limit(limit)
                .toList();
    }

    List<Waiting> alike(Case to, int limit) {
        return likest(Stream.of(to.text()))
                .filter(waiting -> !waiting.found().id().equals(to.id()))
                .limit(limit)
                .toList();
    }

    /** The likest to any of the texts first; read one by one, as far as they are asked for. */
    private Stream<Waiting> likest(Stream<String> texts) {
        Map<CaseId, Double> best = new LinkedHashMap<>();
        texts.flatMap(text -> index.search(Wording.of(text), Long.MAX_VALUE).stream())
                .forEach(like -> best.merge(like.found(), like.likeness(), Math::max));
        return best.entrySet().stream()
                .filter(entry -> entry.getValue() >= Gathering.SAME_STORY / 2)
                .sorted(Map.Entry.<CaseId, Double>comparingByValue().reversed())
                .flatMap(entry -> table.find(entry.getKey()).stream()
                        .map(found -> new Waiting(found, entry.getValue(), entry.getValue() >= Gathering.SAME_STORY)));
    }
}
