package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.feed.Feed;
import id.saring.feed.Feeds;
import id.saring.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The addresses claims are fetched from, for admins. */
@Controller
final class ImportFeedPages {
    private static final String ID = "/admin/feeds/{id:[0-9]{1,18}}";

    /** How often a feed can be fetched, in minutes. */
    private static final List<Long> EVERY = List.of(15L, 60L, 360L, 1440L);

    private final Feeds feeds;
    private final Acts acts;
    private final Clock clock;

    ImportFeedPages(Feeds feeds, Acts acts, Clock clock) {
        this.feeds = feeds;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/admin/feeds")
    ModelAndView list() {
        return page("", 60, false);
    }

    private ModelAndView page(String url, long every, boolean trusted) {
        return new ModelAndView("moderation/feeds")
                .addObject("feeds", feeds.all().stream().map(ImportPages.FeedRow::of).toList())
                .addObject("choices", EVERY)
                .addObject("url", url)
                .addObject("every", every)
                .addObject("trusted", trusted);
    }

    @PostMapping("/admin/feeds")
    ModelAndView add(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "60") long every,
            @RequestParam(defaultValue = "false") boolean trusted,
            Actor actor) {
        String address = url.strip();
        String fault = "";
        if (!Feeds.isAddress(address)) {
            fault = "address";
        } else if (feeds.add(address, trusted, minutes(every), clock.instant()).isEmpty()) {
            fault = "twice";
        }
        if (!fault.isEmpty()) {
            ModelAndView again = page(address, every, trusted).addObject("fault", fault);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        acts.record(
                actor,
                "feed.add",
                "feed",
                Map.of(),
                Map.of("url", Feed.covered(address), "trusted", trusted, "minutes", every));
        return new ModelAndView(Frame.redirect("/admin/feeds", "feed_added"));
    }

    @PostMapping(ID)
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "60") long every,
            @RequestParam(defaultValue = "false") boolean trusted,
            Actor actor) {
        Feed feed = find(id);
        feeds.change(id, trusted, minutes(every), clock.instant());
        acts.record(
                actor,
                "feed.change",
                "feed:" + id,
                Map.of("trusted", feed.trusted(), "minutes", feed.every().toMinutes()),
                Map.of("trusted", trusted, "minutes", every));
        return Frame.redirect("/admin/feeds", "feed_changed");
    }

    @PostMapping(ID + "/fetch")
    String fetch(@PathVariable long id) {
        feeds.hurry(find(id).id(), clock.instant());
        return Frame.redirect("/admin/feeds", "feed_due");
    }

    /** Asks first. */
    @GetMapping(ID + "/remove")
    String question(@PathVariable long id, Model model) {
        model.addAttribute("feed", find(id));
        return "moderation/feed-remove";
    }

    @PostMapping(ID + "/remove")
    String remove(@PathVariable long id, Actor actor) {
        Feed feed = find(id);
        if (feeds.remove(id)) {
            acts.record(actor, "feed.remove", "feed:" + id, Map.of("url", feed.covered()), Map.of());
        }
        return Frame.redirect("/admin/feeds", "feed_removed");
    }

    private static Duration minutes(long minutes) {
        if (!EVERY.contains(minutes)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "feed_interval");
        }
        return Duration.ofMinutes(minutes);
    }

    private Feed find(long id) {
        return feeds.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "feed_unknown"));
    }
}
