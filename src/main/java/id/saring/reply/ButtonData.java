package id.saring.reply;

import id.saring.chat.Button;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button carries: an action and the language of the message it stands under, in at most 64 bytes. The first
 * character is the version of the form; a version once sent is read for ever.
 *
 * @param language the language the person was answered in, for platforms that do not tell it with a press
 */
public record ButtonData(Action action, Language language) {
    private static final String VERSION = "1";
    private static final Pattern FORM = Pattern.compile(VERSION
            + "([a-z]{2})([a-z])([0-9a-z.]*)(?:-([0-9a-z]{1,25}))?");
    private static final int RADIX = 36;

    /** Writes the data; claims to offer next that do not fit any more are left out, the last first. */
    public String encode() {
        String head = VERSION + language.code();
        return switch (action) {
            case Action.Helpful h -> head + 'h' + shown(h.claim(), h.version());
            case Action.NotThis n ->
                withAsManyAsFit(head + 'n' + shown(n.claim(), n.version()), n.next(), suffix(n.question()));
            case Action.Choose c -> withAsManyAsFit(head + 'c' + base36(c.claim().value()), c.others(),
                    suffix(c.question()));
            case Action.NoneFits n -> head + 'x' + suffix(n.question());
            case Action.Submit s -> head + 's' + suffix(s.question());
            case Action.Erase e -> head + 'e';
            case Action.SetLanguage s -> head + 'l' + s.language().code();
            case Action.ShowLatest s -> head + 't';
        };
    }

    /** Reads what a press brought; empty if no version of Saring can have written it. */
    public static Optional<ButtonData> decode(String data) {
        Matcher form = FORM.matcher(data);
        if (data.length() > Button.MAX_DATA_BYTES || !form.matches()) {
            return Optional.empty();
        }
        try {
            return language(form.group(1))
                    .flatMap(language -> action(form.group(2).charAt(0), form.group(3), question(form.group(4)))
                            .map(action -> new ButtonData(action, language)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Action> action(char kind, String rest, @Nullable QuestionKey question) {
        List<Long> numbers = kind == 'h' || kind == 'n' || kind == 'c' ? numbers(rest) : List.of();
        return switch (kind) {
            case 'h' -> numbers.size() == 2
                    ? Optional.of(new Action.Helpful(new ClaimId(numbers.get(0)), numbers.get(1)))
                    : Optional.empty();
            case 'n' -> numbers.size() >= 2
                    ? Optional.of(new Action.NotThis(
                            new ClaimId(numbers.get(0)), numbers.get(1), claims(numbers, 2), question))
                    : Optional.empty();
            case 'c' -> Optional.of(new Action.Choose(new ClaimId(numbers.getFirst()), claims(numbers, 1), question));
            case 'l' -> language(rest).map(Action.SetLanguage::new);
            case 'x' -> rest.isEmpty() ? Optional.of(new Action.NoneFits(question)) : Optional.empty();
            case 's' -> rest.isEmpty() && question != null
                    ? Optional.of(new Action.Submit(question)) : Optional.empty();
            case 'e' -> rest.isEmpty() ? Optional.of(new Action.Erase()) : Optional.empty();
            case 't' -> rest.isEmpty() ? Optional.of(new Action.ShowLatest()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String shown(ClaimId claim, long version) {
        return base36(claim.value()) + '.' + base36(version);
    }

    /** The question at the end of the data; nothing if there is none. */
    private static String suffix(@Nullable QuestionKey question) {
        return question == null ? "" : '-' + new BigInteger(question.value(), 16).toString(RADIX);
    }

    private static @Nullable QuestionKey question(@Nullable String suffix) {
        return suffix == null ? null : new QuestionKey("%032x".formatted(new BigInteger(suffix, RADIX)));
    }

    private static String withAsManyAsFit(String head, List<ClaimId> claims, String tail) {
        StringBuilder data = new StringBuilder(head);
        for (ClaimId claim : claims) {
            String next = '.' + base36(claim.value());
            if (data.length() + next.length() + tail.length() > Button.MAX_DATA_BYTES) {
                break;
            }
            data.append(next);
        }
        return data.append(tail).toString();
    }

    private static List<ClaimId> claims(List<Long> numbers, int from) {
        return numbers.subList(from, numbers.size()).stream().map(ClaimId::new).toList();
    }

    private static List<Long> numbers(String rest) {
        List<Long> numbers = new ArrayList<>();
        for (String number : rest.split("\\.", -1)) {
            numbers.add(Long.parseLong(number, RADIX));
        }
        return numbers;
    }

    /** By the exact code: what a button carries was written by us, so nothing is guessed. */
    private static Optional<Language> language(String code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static String base36(long value) {
        return Long.toString(value, RADIX);
    }
}
