package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.submission.Case;
import id.saring.submission.CaseDesk;
import id.saring.submission.CaseFilter;
import id.saring.submission.CaseId;
import id.saring.submission.CaseState;
import id.saring.submission.Cases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The queue as moderators see it: the list, a case, and the question before an answer goes out. */
@Controller
final class CasePages {
    static final String PATH = "/moderation/queue";

    private static final int PAGE = 25;
    private static final int DAYS = 14;
    private static final int SENDINGS = 50;

    private final Cases cases;
    private final CaseSuggestions suggestions;
    private final Claims claims;
    private final Accounts accounts;
    private final Acts acts;
    private final Clock clock;

    CasePages(
            Cases cases, CaseSuggestions suggestions, Claims claims, Accounts accounts, Acts acts, Clock clock) {
        this.cases = cases;
        this.suggestions = suggestions;
        this.claims = claims;
        this.accounts = accounts;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "demand") String order,
            @RequestParam(defaultValue = "0") long from,
            Account account,
            Model model) {
        String assignee = switch (who) {
            case "me" -> account.name();
            case "nobody" -> CaseFilter.NOBODY;
            default -> null;
        };
        CaseFilter filter = new CaseFilter(
                read(CaseState.class, state).orElse(null),
                Language.of(language).orElse(null),
                assignee,
                words.isBlank() ? null : words.strip(),
                read(CaseFilter.Order.class, order).orElse(CaseFilter.Order.DEMAND));
        long start = Math.max(0, from);
        Chosen chosen = new Chosen(state, language, who, words, order);
        model.addAttribute("unread", chosen.unread());
        model.addAttribute("page",
                chosen.unread().isEmpty() ? cases.list(filter, start, PAGE) : new Page<>(List.of(), 0, 0));
        model.addAttribute("previous", Math.max(0, start - PAGE));
        model.addAttribute("next", start + PAGE);
        model.addAttribute("chosen", chosen);
        model.addAttribute("orders",
                Arrays.stream(CaseFilter.Order.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList());
        model.addAttribute("states",
                Arrays.stream(CaseState.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
        model.addAttribute("ago", new Ago.Since(clock));
        return "moderation/queue";
    }

    /** What the form of the list was filled in with. */
    record Chosen(String state, String language, String who, String words, String order) {
        List<Unread> unread() {
            List<Unread> unread = new ArrayList<>();
            if (!state.isBlank() && !state.equals("all") && read(CaseState.class, state).isEmpty()) {
                unread.add(new Unread("cases.state", state));
            }
            if (!who.isBlank() && !who.equals("me") && !who.equals("nobody")) {
                unread.add(new Unread("cases.who", who));
            }
            if (!language.isBlank() && Language.of(language).isEmpty()) {
                unread.add(new Unread("cases.language", language));
            }
            if (!order.isBlank() && read(CaseFilter.Order.class, order).isEmpty()) {
                unread.add(new Unread("cases.order", order));
            }
            return unread;
        }

        /** Whether fewer than all open cases are asked for. */
        public boolean narrow() {
            return !language.isBlank() || !who.isBlank() || !words.isBlank() || !state.equals("open");
        }
    }

    @GetMapping(PATH + "/{id:[1-9][0-9]{0,17}}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String find, Account account, Model model) {
        Case found = find(id);
        model.addAttribute("found", found);
        model.addAttribute("variants", cases.variants(found.id()));
        model.addAttribute("notes", cases.notes(found.id()));
        model.addAttribute("sendings", cases.sendings(found.id(), SENDINGS));
        model.addAttribute("trend", Trend.of(cases.daily(found.id(), DAYS)));
        model.addAttribute("waiting", cases.waiting(found.id()));
        model.addAttribute("audience", cases.dismissals().audience(found.id()));
        model.addAttribute("dismissal", cases.dismissals().come(found.id()));
        model.addAttribute("acts", acts.list(ActFilter.on(CaseDesk.subject(found.id())), 0, 20).items());
        model.addAttribute("answer", found.claim() == null ? null : claims.find(found.claim()).orElse(null));
        model.addAttribute("find", find);
        model.addAttribute("ago", new Ago.Since(clock));
        model.addAttribute("mine", account.name().equals(found.assignee()));
        if (found.open()) {
            model.addAttribute("people", accounts.list().stream()
                    .filter(one -> one.state() == Account.State.ACTIVE)
                    .map(Account::name)
                    .toList());
            model.addAttribute("suggestions", suggestions.to(find.isBlank() ? found.text() : find));
            model.addAttribute("alike", cases.alike(found, 5));
        }
        return "moderation/case";
    }

    /** Shows what will be sent to how many before it is. */
    @GetMapping(PATH + "/{id:[1-9][0-9]{0,17}}/answer")
    String confirm(@PathVariable long id, @RequestParam long claim, Model model) {
        Case found = find(id);
        Optional<Claim> answer = claim < 1 ? Optional.empty() : claims.find(new ClaimId(claim));
        if (!found.open() || answer.isEmpty()) {
            return Frame.redirect(PATH + "/" + id, "case_closed");
        }
        model.addAttribute("found", found);
        model.addAttribute("answer", answer.get());
        model.addAttribute("variants", cases.variants(found.id()));
        model.addAttribute("waiting", cases.waiting(found.id()));
        return "moderation/case-answer";
    }

    private Case find(long id) {
        return cases.find(new CaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equalsIgnoreCase(name)).findFirst();
    }
}
