package id.saring.admin;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each part is, in words, and what to do where it is not well. */
@Controller
final class HealthPages {
    static final String PATH = "/admin/health";

    /** Spring's own, which say nothing of a part. */
    private static final Set<String> STATES = Set.of("livenessState", "readinessState");

    /** In the order in which one depends on the other; channels that are not there are not used. */
    private static final List<String> FIRST = List.of("store", "index", "queues", "telegram", "whatsapp", "diskSpace");

    private final HealthEndpoint health;
    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * A part as it is shown.
     *
     * @param state  up, attention, down or off
     * @param words  how it is
     * @param advice what to do; null if nothing
     */
    record Part(String title, String state, String words, @Nullable String advice, List<Fact> facts) {}

    /** Something known of a part. */
    record Fact(String name, String value) {}

    HealthPages(HealthEndpoint health, MessageSource messages, ZoneId zone, Clock clock) {
        this.health = health;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /** Whether this contributor tells of a part. */
    static boolean tells(String name) {
        return !STATES.contains(name);
    }

    @GetMapping(PATH)
    String health(Model model, Locale locale) {
        Map<String, HealthDescriptor> components = new TreeMap<>();
        if (health.health() instanceof CompositeHealthDescriptor all && all.getComponents() != null) {
            components.putAll(all.getComponents());
        }
        List<String> names = new ArrayList<>(FIRST);
        components.keySet().stream().filter(name -> tells(name) && !names.contains(name)).forEach(names::add);
        List<Part> parts = names.stream().map(name -> part(name, components.get(name), locale)).toList();
        model.addAttribute("parts", parts);
        model.addAttribute("worst", List.of("down", "attention", "up").stream()
                .filter(state -> parts.stream().anyMatch(part -> part.state().equals(state)))
                .findFirst()
                .orElse("up"));
        model.addAttribute("at", clock.instant().atZone(zone));
        return "admin/health";
    }

    private Part part(String name, @Nullable HealthDescriptor found, Locale locale) {
        String title = say("health." + name, name, locale);
        if (found == null) {
            return new Part(title, "off", say("health." + name + ".off", say("health.off", "", locale), locale),
                    null, List.of());
        }
        Map<String, Object> details =
                found instanceof IndicatedHealthDescriptor indicated && indicated.getDetails() != null
                        ? indicated.getDetails()
                        : Map.of();
        String state = switch (found.getStatus().getCode()) {
            case "UP", "UNKNOWN" -> "up";
            case "ATTENTION" -> "attention";
            default -> "down";
        };
        Object reason = details.get("reason");
        String key = "health." + name + "." + (reason == null ? state : reason);
        String words = say(key,
                say("health." + name + "." + state, say("health." + state, "", locale), locale), locale);
        String advice = say(key + ".do", "", locale);
        // Trouble that will pass is no reason to worry, but to be told.
        String shown = state.equals("up") && reason != null ? "attention" : state;
        return new Part(title, shown, words, advice.isEmpty() ? null : advice, facts(details, locale));
    }

    private List<Fact> facts(Map<String, Object> details, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        details.forEach((name, value) -> {
            String label = say("health.fact." + name, "", locale);
            if (!label.isEmpty() && !(value instanceof Map<?, ?> map && map.isEmpty())) {
                facts.add(new Fact(label, value(name, value, locale)));
            }
        });
        return facts;
    }

    private String value(String name, Object value, Locale locale) {
        NumberFormat numbers = NumberFormat.getInstance(locale);
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + value(name, String.valueOf(entry.getValue()), locale))
                    .collect(Collectors.joining(", "));
            case Number bytes when Set.of("free", "total", "threshold").contains(name) ->
                    numbers.format(bytes.longValue() / (1024 * 1024)) + " MB";
            case Number number -> numbers.format(number);
            case String text -> moment(text, locale);
            default -> String.valueOf(value);
        };
    }

    private String moment(String text, Locale locale) {
        try {
            String pattern = messages.getMessage("moderation.time", null, locale);
            return DateTimeFormatter.ofPattern(pattern, locale).format(Instant.parse(text).atZone(zone));
        } catch (DateTimeParseException e) {
            return say("health.value." + text.replace(' ', '_'), text, locale);
        }
    }

    private String say(String key, String otherwise, Locale locale) {
        String said = messages.getMessage(key, null, otherwise, locale);
        return said == null ? otherwise : said;
    }
}
