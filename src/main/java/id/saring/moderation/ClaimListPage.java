package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimQuery;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of claims with its search and filters. */
@Controller
final class ClaimListPage {
    private static final int SIZE = 30;

    private final ClaimCatalog catalog;
    private final ZoneId zone;

    ClaimListPage(ClaimCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
    }

    @GetMapping("/moderation/claims")
    String list(@RequestParam Map<String, String> params, Model model) {
        Asked asked = Asked.of(new Params(params, zone));
        Page<Claim> found = asked.unread().isEmpty()
                ? catalog.list(asked.query(), (asked.page() - 1) * SIZE, SIZE)
                : new Page<>(List.of(), 0, 0);
        model.addAttribute("asked", asked);
        model.addAttribute("claims", found.items());
        model.addAttribute("total", found.total());
        model.addAttribute("first", found.items().isEmpty() ? 0 : found.offset() + 1);
        model.addAttribute("last", found.offset() + found.items().size());
        model.addAttribute("next", found.hasNext() && found.offset() + SIZE <= ClaimCatalog.DEEPEST);
        model.addAttribute("states", ClaimState.values());
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("kinds", ClaimKind.values());
        model.addAttribute("orders", ClaimQuery.Order.values());
        return "moderation/claims";
    }

    /** What the address asks for. */
    record Asked(Params params, ClaimQuery query, long page, List<Unread> unread) {
        /** The filters, and the key of the message that names each. */
        private static final Map<String, String> FILTERS = Map.of(
                "state", "claim.state", "verdict", "claim.verdict", "language", "claim.language", "kind", "claim.kind",
                "from", "claims.from", "to", "claims.to", "order", "claims.order");

        private static final List<String> NAMES = List.of("q", "state", "verdict", "language", "kind", "from", "to");

        static Asked of(Params params) {
            ClaimQuery.Order order = params.constant("order", ClaimQuery.Order.class);
            ClaimQuery query = new ClaimQuery(
                    params.text("q"),
                    params.constant("state", ClaimState.class),
                    params.constant("verdict", Verdict.class),
                    Language.of(params.text("language")).orElse(null),
                    params.constant("kind", ClaimKind.class),
                    params.day("from"),
                    params.day("to"),
                    order == null ? ClaimQuery.Order.CHANGED : order);
            String page = params.text("page");
            return new Asked(
                    params,
                    query,
                    page.matches("[1-9]\\d{0,5}") ? Long.parseLong(page) : 1,
                    unread(params, query, order));
        }

        private static List<Unread> unread(
                Params params, ClaimQuery query, ClaimQuery.@Nullable Order order) {
            List<Unread> unread = new ArrayList<>();
            new TreeMap<>(FILTERS).forEach((name, label) -> {
                Object read = switch (name) {
                    case "state" -> query.state();
                    case "verdict" -> query.verdict();
                    case "language" -> query.language();
                    case "kind" -> query.kind();
                    case "order" -> order;
                    case "from" -> query.reviewedFrom();
                    default -> query.reviewedTo();
                };
                if (params.unread(name, read)) {
                    unread.add(new Unread(label, params.text(name)));
                }
            });
            return unread;
        }

        /** Whether claims are left out. */
        public boolean filtered() {
            return !unread.isEmpty()
                    || !query.equals(new ClaimQuery("", null, null, null, null, null, null, query.order()));
        }

        public boolean more() {
            return query.kind() != null || query.reviewedFrom() != null || query.reviewedTo() != null
                    || !unread.isEmpty();
        }

        /** What was typed for the filter of that label and cannot be read; null if it can be. */
        public @Nullable String wrong(String label) {
            return unread.stream()
                    .filter(one -> one.label().equals(label))
                    .map(Unread::value)
                    .findFirst()
                    .orElse(null);
        }

        /** The address of another page of the same list. */
        public String address(long other) {
            Object page = other == 1 ? "" : other;
            Object order = query.order() == ClaimQuery.Order.CHANGED ? "" : query.order();
            return params.address("/moderation/claims", NAMES, Map.of("page", page, "order", order));
        }
    }
}
