package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which message of each claim is confirmed as a phrasing, and which are left to be looked up.
 *
 * @param phrasings by claim key: the first message of each claim that has several
 * @param others    all other messages, those without an answer included
 */
record LearnedPhrasings(Map<String, Message> phrasings, List<Message> others) {
    static LearnedPhrasings of(Evaluation.Request request) {
        if (request.qrels().isEmpty()) {
            throw new IllegalArgumentException("Learning needs labels (--qrels)");
        }
        List<Message> messages = Pack.of("", request.claims(), request.queries(), request.qrels()).messages();
        Map<String, List<Message>> byClaim = new LinkedHashMap<>();
        for (Message message : messages) {
            for (String claim : new TreeSet<>(message.right())) {
                byClaim.computeIfAbsent(claim, key -> new ArrayList<>()).add(message);
            }
        }
        Map<String, Message> phrasings = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        byClaim.forEach((claim, of) -> {
            if (of.size() >= 2) {
                phrasings.put(claim, of.getFirst());
                taken.add(of.getFirst().id());
            }
        });
        List<Message> others = messages.stream().filter(message -> !taken.contains(message.id())).toList();
        return new LearnedPhrasings(phrasings, others);
    }

    /** Takes the phrasings into their claims; says how many claims that changed. */
    int teach(Claims claims) {
        int taught = 0;
        for (Map.Entry<String, Message> entry : phrasings.entrySet()) {
            Optional<Claim> claim = claims.findByKey(entry.getKey());
            if (claim.isPresent()) {
                claims.edit(claim.get().id(), claim.get().version(), with(claim.get().content(), entry.getValue().text()));
                taught++;
            }
        }
        return taught;
    }

    void print(String when, List<Answer> answers, PrintWriter printer) {
        Measures all = new Measures(answers);
        Measures further = new Measures(answers.stream().filter(this::isFurther).toList());
        printer.printf(
                Locale.ROOT,
                "%-7s other wordings %5d: match recall %.4f, success@1 %.4f; all %5d: match precision %.4f recall %.4f%n",
                when,
                further.answered().size(),
                further.matchRecall(),
                further.success(1),
                answers.size(),
                all.matchPrecision(),
                all.matchRecall());
    }

    /** Whether it is another wording of a claim that learned one. */
    private boolean isFurther(Answer answer) {
        return answer.message().right().stream().anyMatch(phrasings::containsKey);
    }

    private static ClaimContent with(ClaimContent content, String phrasing) {
        return content.withPhrasings(
                Stream.concat(content.phrasings().stream(), Stream.of(phrasing)).toList());
    }
}
