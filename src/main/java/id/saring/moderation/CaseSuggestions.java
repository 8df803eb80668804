package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which claims might answer a case, by the very matcher that answers chats. */
final class CaseSuggestions {
    private static final int MOST = 5;
    private static final Pattern NUMBER = Pattern.compile("#?([1-9][0-9]{0,17})");

    /** @param percent how sure the matcher is, from 0 to 100 */
    record Suggestion(Claim claim, long percent) {}

    private final ClaimMatcher matcher;
    private final Claims claims;

    CaseSuggestions(ClaimMatcher matcher, Claims claims) {
        this.matcher = matcher;
        this.claims = claims;
    }

    /** The claims nearest to the text, the surest first; for a number the claim that has it. */
    List<Suggestion> to(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (number.matches()) {
            Optional<Claim> found = claims.find(new ClaimId(Long.parseLong(number.group(1))));
            if (found.isPresent()) {
                return List.of(new Suggestion(found.get(), 100));
            }
        }
        Map<ClaimId, Long> sure = new LinkedHashMap<>();
        for (Explanation.ExplainedCandidate candidate :
                matcher.explain(new Query(text, null)).candidates().stream().limit(MOST).toList()) {
            sure.put(new ClaimId(candidate.claimId()), Math.round(100 * candidate.confidence()));
        }
        return claims.findAll(sure.keySet()).stream()
                .map(claim -> new Suggestion(claim, sure.getOrDefault(claim.id(), 0L)))
                .toList();
    }
}
