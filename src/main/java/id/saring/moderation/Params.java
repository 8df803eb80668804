package id.saring.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The parameters of an address, as a form sent them; what cannot be read is null. */
public record Params(Map<String, String> given, ZoneId zone) {
    private static final int LONGEST = 200;

    public String text(String name) {
        String value = given.getOrDefault(name, "").strip();
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    public @Nullable String textOrNull(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public @Nullable Double number(String name) {
        try {
            double value = Double.parseDouble(text(name).replace(',', '.'));
            return Double.isFinite(value) && value >= 0 ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public @Nullable Long whole(String name) {
        String value = text(name);
        return value.matches("[1-9][0-9]{0,17}") ? Long.valueOf(value) : null;
    }

    @Nullable LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A minute, as a form's field for one gives it, by the installation's clock on the wall. */
    public @Nullable Instant time(String name) {
        try {
            return LocalDateTime.parse(text(name)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether something was given that turned out to be unreadable. */
    public boolean unread(String name, @Nullable Object read) {
        return read == null && !text(name).isEmpty();
    }

    /** An address with those of these parameters that say something, and others instead of the same-named. */
    public String address(String path, Iterable<String> names, Map<String, ?> others) {
        Map<String, Object> values = new TreeMap<>();
        names.forEach(name -> values.put(name, text(name)));
        values.putAll(others);
        values.values().removeIf(value -> value.toString().isEmpty());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        // Encoded as variables, or a text such as a&b={c} would be taken apart.
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
