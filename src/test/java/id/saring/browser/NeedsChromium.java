package id.saring.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of the class with a real Chromium, given to them as a parameter of type
 * {@link com.microsoft.playwright.Browser}. Where there is none they are skipped, or fail if
 * {@code SARING_REQUIRE_CHROMIUM} is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ChromiumExtension.class)
public @interface NeedsChromium {}
