package id.saring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * A test that holds a promise which may not be broken even once, such as that nothing is lost. The build tries again
 * what failed and takes a success for the end of it; here that would hide the one message in a thousand that went
 * missing. So what failed fails again when it is tried again, for the reason it failed for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(OneTry.NoSecond.class)
public @interface OneTry {
    /** Remembers in this process, in which the build tries again too, what failed. */
    final class NoSecond implements BeforeEachCallback, TestWatcher {
        private static final Map<String, Throwable> FAILED = new ConcurrentHashMap<>();

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            FAILED.putIfAbsent(context.getUniqueId(), cause);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            Throwable first = FAILED.get(context.getUniqueId());
            if (first != null) {
                throw new AssertionError("Failed once, which is once too often: not tried again", first);
            }
        }
    }
}
