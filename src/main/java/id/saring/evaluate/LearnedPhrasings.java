package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which message of each claim is confirmed as a phrasing, and which are left to be looked up.
 *
 * @param phrasings by claim key: the first message of each claim that has several; where several claims answer a
 * message,
 *                  one of them learns it, as when a moderator confirms it
 * @param others    all other messages, those without an answer included
 */
record LearnedPhrasings(Map<String, Message> phrasings, List<Message> others) {
    static LearnedPhrasings of(Evaluation.Request request) {
        if (request.qrels().isEmpty()) {
            throw new IllegalArgumentException("Learning needs labels (--qrels)");
        }
        List<Message> messages = Pack.of("", request.claims(), request.queries(), request.qrels()).messages();
        Map<String, Integer> counts = new HashMap<>();
        messages.forEach(message -> message.right().forEach(claim -> counts.merge(claim, 1, Integer::sum)));
        Map<String, Message> phrasings = new LinkedHashMap<>();
        Set<String> served = new HashSet<>();
        List<Message> others = new ArrayList<>();
        for (Message message : messages) {
            Set<String> claims = new TreeSet<>(message.right());
            Optional<String> first = claims.stream().filter(claim -> counts.getOrDefault(claim, 0) >= 2).findFirst();
            if (first.isPresent() && claims.stream().noneMatch(served::contains)) {
                phrasings.put(first.get(), message);
                served.addAll(claims);
            } else {
                others.add(message);
            }
        }
        return new LearnedPhrasings(phrasings, others);
    }

    /** Takes the phrasings into their claims; says how many claims that changed. */
    int teach(Claims claims) {
        int taught = 0;
        for (Map.Entry<String, Message> entry : phrasings.entrySet()) {
            Optional<Claim> claim = claims.findByKey(entry.getKey());
            if (claim.isPresent()) {
                claims.edit(claim.get().id(), claim.get().version(),
                        claim.get().content().with(entry.getValue().text()));
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
}
