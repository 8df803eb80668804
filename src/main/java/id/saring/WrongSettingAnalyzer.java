package id.saring;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/**
 * Says of a setting that has not its form, in one sentence, which one it is by the name the operator knows, what it
 * must be, and what it is now unless that may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):.*");
    private static final Pattern ENVIRONMENT = Pattern.compile("System Environment Property \"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|key");
    private static final Pattern GIVEN =
            Pattern.compile("(?s)For input string: \"(.*?)\"|'(.*)' is not a valid|\\.([^.]*)$");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        Throwable reason = reason(cause);
        // A record that has checked itself says it best.
        String sentence = property == null || ownWords(reason)
                ? message(reason)
                : name(property) + " must be " + form(cause.getTarget().getType().resolve(Object.class))
                        + given(property, reason);
        String where = property == null ? "" : " (" + property.getName() + ")";
        return new FailureAnalysis(
                sentence,
                "Correct it in the environment or the .env file; .env.example explains every setting." + where,
                cause);
    }

    private static Throwable reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    /** Whether what checked the value is of ours and names the setting or shows its form. */
    private static boolean ownWords(Throwable reason) {
        return reason.getStackTrace().length > 0
                && reason.getStackTrace()[0].getClassName().startsWith(WrongSettingAnalyzer.class.getPackageName());
    }

    private static String message(Throwable reason) {
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }

    /** The name in the environment, if it has one. */
    private static String name(ConfigurationProperty property) {
        Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(property.getValue()));
        if (placeholder.matches()) {
            return placeholder.group(1);
        }
        Matcher environment = ENVIRONMENT.matcher(String.valueOf(property.getOrigin()));
        return environment.find() ? environment.group(1) : property.getName().toString();
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a length of time such as 30d, 12h or 15m";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Asia/Jakarta";
        }
        if (type == URI.class) {
            return "an address such as https://saring.example.org";
        }
        if (type == DataSize.class) {
            return "a size such as 96MB";
        }
        return "a valid " + type.getSimpleName();
    }

    /** What it is now, if that can be told. */
    private static String given(ConfigurationProperty property, Throwable reason) {
        if (SECRET.matcher(property.getName().toString()).find()) {
            return "";
        }
        String value = String.valueOf(property.getValue());
        if (value.startsWith("${")) {
            Matcher given = GIVEN.matcher(message(reason));
            if (!given.find()) {
                return "";
            }
            value = given.group(1) != null ? given.group(1) : given.group(2) != null ? given.group(2) : given.group(3);
        }
        return ", not \"" + value + '"';
    }
}
