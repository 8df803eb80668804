package id.saring.admin;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.tally.Tallies;
import id.saring.tally.Tallies.ClaimTally;
import id.saring.tally.Tallies.Riser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much was asked and how it was answered, in charts with a table beside each. */
@Controller
final class ChartPages {
    static final String PATH = "/admin/charts";

    private static final int CLAIMS = 10;

    private final Charts charts;
    private final Tallies tallies;
    private final Claims claims;
    private final Clock clock;

    /**
     * A claim in a list, with how often it was the answer, that against the most frequent, and against its usual day.
     */
    record Listed(ClaimId id, @Nullable String text, long lookups, int width, OptionalDouble usually) {
        /** How many times the usual it is; empty for one that is new. */
        public OptionalDouble factor() {
            return usually.isEmpty() || usually.getAsDouble() < 1
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(lookups / usually.getAsDouble());
        }
    }

    ChartPages(Charts charts, Tallies tallies, Claims claims, Clock clock) {
        this.charts = charts;
        this.tallies = tallies;
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String charts(
            @RequestParam(defaultValue = "day") String by, @RequestParam(defaultValue = "") String count, Model model) {
        ChartSpan span = ChartSpan.of(by, count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0);
        Instant now = clock.instant();
        Charts.Drawn drawn = charts.of(span, now);
        List<ClaimTally> top = tallies.top(span.by().grain(), span.starts(now, tallies.zone()).getFirst(), CLAIMS);
        List<Riser> risers = tallies.risers(now, CLAIMS);
        Map<ClaimId, Claim> known = known(top, risers);
        model.addAttribute("span", span);
        model.addAttribute("spans", ChartSpan.By.values());
        model.addAttribute("figures", drawn.figures());
        model.addAttribute("whole", drawn.whole());
        model.addAttribute("zone", tallies.zone());
        model.addAttribute("until", tallies.countedUntil().map(at -> at.atZone(tallies.zone())).orElse(null));
        model.addAttribute("top", top.stream()
                .map(one -> listed(known, one.claim(), one.lookups(), top.getFirst().lookups(), OptionalDouble.empty()))
                .toList());
        long most = risers.stream().mapToLong(Riser::today).max().orElse(1);
        model.addAttribute("risers", risers.stream()
                .map(one -> listed(known, one.claim(), one.today(), most, OptionalDouble.of(one.usually())))
                .toList());
        return "admin/charts";
    }

    private Map<ClaimId, Claim> known(List<ClaimTally> top, List<Riser> risers) {
        List<ClaimId> ids = Stream.concat(
                        top.stream().map(ClaimTally::claim), risers.stream().map(Riser::claim))
                .distinct()
                .toList();
        return claims.findAll(ids).stream().collect(Collectors.toMap(Claim::id, Function.identity()));
    }

    private static Listed listed(
            Map<ClaimId, Claim> known, ClaimId id, long lookups, long most, OptionalDouble usually) {
        Claim claim = known.get(id);
        int width = (int) Math.max(1, 100 * lookups / Math.max(1, most));
        return new Listed(id, claim == null ? null : claim.content().text(), lookups, width, usually);
    }
}
