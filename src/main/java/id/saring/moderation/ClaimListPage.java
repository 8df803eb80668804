package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimQuery;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of claims with its search and filters. */
@Controller
final class ClaimListPage {
    private static final int SIZE = 30;

    private final ClaimCatalog catalog;

    ClaimListPage(ClaimCatalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/moderation/claims")
    String list(@RequestParam Map<String, String> params, Model model) {
        Asked asked = Asked.of(params);
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
    record Asked(ClaimQuery query, long page, List<Unread> unread) {
        /** The filters, and the key of the message that names each. */
        private static final Map<String, String> FILTERS = Map.of(
                "state", "claim.state", "verdict", "claim.verdict", "language", "claim.language", "kind", "claim.kind",
                "from", "claims.from", "to", "claims.to", "order", "claims.order");

        static Asked of(Map<String, String> params) {
            ClaimQuery.Order order = constant(params, "order", ClaimQuery.Order.class);
            ClaimQuery query = new ClaimQuery(
                    text(params, "q"),
                    constant(params, "state", ClaimState.class),
                    constant(params, "verdict", Verdict.class),
                    Language.of(params.get("language")).orElse(null),
                    constant(params, "kind", ClaimKind.class),
                    day(params, "from"),
                    day(params, "to"),
                    order == null ? ClaimQuery.Order.CHANGED : order);
            String page = text(params, "page");
            return new Asked(
                    query, page.matches("[1-9]\\d{0,5}") ? Long.parseLong(page) : 1, unread(params, query, order));
        }

        private static List<Unread> unread(
                Map<String, String> params, ClaimQuery query, ClaimQuery.@Nullable Order order) {
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
                String given = text(params, name);
                if (read == null && !given.isEmpty()) {
                    unread.add(new Unread(label, given));
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
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/moderation/claims");
            add(address, "q", query.text());
            add(address, "state", query.state());
            add(address, "verdict", query.verdict());
            add(address, "language", query.language() == null ? null : query.language().code());
            add(address, "kind", query.kind());
            add(address, "from", query.reviewedFrom());
            add(address, "to", query.reviewedTo());
            add(address, "order", query.order() == ClaimQuery.Order.CHANGED ? null : query.order());
            add(address, "page", other == 1 ? null : other);
            return address.encode().build().toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                // Encoded as a variable, or a text such as a&b={c} would be taken apart.
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        }

        private static String text(Map<String, String> params, String name) {
            String value = params.getOrDefault(name, "").strip();
            return value.length() <= 200 ? value : value.substring(0, 200);
        }

        private static <E extends Enum<E>> @Nullable E constant(Map<String, String> params, String name,
                Class<E> type) {
            try {
                return Enum.valueOf(type, text(params, name).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static @Nullable LocalDate day(Map<String, String> params, String name) {
            try {
                return LocalDate.parse(text(params, name));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
