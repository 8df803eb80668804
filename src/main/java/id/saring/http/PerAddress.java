package id.saring.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who calls this from one address may do so only so often; beyond that they get 429 and {@code Retry-After}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PerAddress {
    Caller value();

    /** Who calls: each kind has a rate of its own, shared by all that is open to it. */
    enum Caller {
        PROGRAM,
        BROWSER
    }
}
