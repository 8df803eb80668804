package id.saring.conversation;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person writes: commands in Indonesian or English, a few bare words, a number; all else is to be checked.
 */
final class RequestReader {
    private static final Pattern COMMAND =
            Pattern.compile("/([a-z_]{1,32})(?:@\\w{1,64})?(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?:nomor|nomer|number|no\\.?|#)\\s*)?\\(?([1-9][0-9]?)[.)]?");
    private static final Pattern CLAIM_LINK = Pattern.compile("c([1-9][0-9]{0,17})");

    private static final Set<String> HELP = Set.of("bantuan", "help", "menu");
    private static final Set<String> GREETINGS = Set.of(
            "start", "mulai", "halo", "hallo", "hai", "hi", "hello", "assalamualaikum", "assalamu'alaikum",
            "selamat pagi", "selamat siang", "selamat sore", "selamat malam");
    private static final Set<String> THANKS =
            Set.of("terima kasih", "terimakasih", "makasih", "trims", "thanks", "thank you");

    private static final Set<String> STOPS = Set.of("berhenti", "stop", "unsubscribe");

    /** More letters and digits than any of these words have, or a number with what may stand before it. */
    private static final int LONGEST_WORDS = 32;

    private RequestReader() {}

    /** @param group whether it was written in a group, where bare words and numbers are meant for the others */
    static Request read(String text, boolean group) {
        String trimmed = text.strip();
        Matcher command = COMMAND.matcher(trimmed);
        if (command.matches()) {
            String argument = command.group(2);
            return command(command.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument.strip());
        }
        if (group) {
            return new Request.Check(text, false);
        }
        return bareWords(trimmed).orElseGet(() -> new Request.Check(text, false));
    }

    private static Request command(String name, String argument) {
        return switch (name) {
            case "start", "mulai" -> start(argument);
            case "bantuan", "help", "menu" -> new Request.Help();
            case "cek", "check" -> argument.isEmpty() ? new Request.CheckWhat() : new Request.Check(argument, true);
            case "terbaru", "latest" -> new Request.Latest();
            case "bahasa", "language" -> new Request.ChangeLanguage(language(argument));
            case "berhenti", "stop" -> new Request.StopNotices();
            case "hapus", "erase" -> new Request.Erase();
            case "tentang", "about" -> new Request.About();
            default -> new Request.UnknownCommand();
        };
    }

    private static Request start(String payload) {
        Matcher link = CLAIM_LINK.matcher(payload);
        return link.matches() ? new Request.Open(new ClaimId(Long.parseLong(link.group(1)))) : new Request.Start();
    }

    private static @Nullable Language language(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "indonesia", "indonesian" -> Language.ID;
            case "inggris", "english" -> Language.EN;
            default -> Language.of(name).orElse(null);
        };
    }

    private static Optional<Request> bareWords(String text) {
        // Most of what comes is longer than any of them, which is told sooner by counting than by cleaning.
        if (text.codePoints().filter(Character::isLetterOrDigit).limit(LONGEST_WORDS + 1).count() > LONGEST_WORDS) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(lower);
        if (number.matches()) {
            return Optional.of(new Request.Pick(Integer.parseInt(number.group(1)), text));
        }
        String words = lower.replaceAll("[^\\p{L}\\p{N}' ]+", " ").replaceAll(" +", " ").strip();
        if (HELP.contains(words)) {
            return Optional.of(new Request.Help());
        }
        if (GREETINGS.contains(words)) {
            return Optional.of(new Request.Start());
        }
        if (STOPS.contains(words)) {
            return Optional.of(new Request.StopNotices());
        }
        return THANKS.contains(words) ? Optional.of(new Request.Thank()) : Optional.empty();
    }
}
