package id.saring.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff get in and how long they stay.
 *
 * @param adminName     name of the first admin, made when there is no account yet
 * @param adminPassword the first admin's password; without one it is made and printed once
 * @param idle          a session ends this long after its last request
 * @param longest       and this long after signing in, whatever happened since
 * @param linkValid     how long an invitation can be used
 * @param tokenValid    longest life of an API token
 * @param strength      work of hashing a password: 10 to 16, each doubling it
 */
@ConfigurationProperties("saring.account")
public record AccountSettings(
        @DefaultValue("admin") String adminName,
        @Nullable String adminPassword,
        @DefaultValue("24h") Duration idle,
        @DefaultValue("14d") Duration longest,
        @DefaultValue("3d") Duration linkValid,
        @DefaultValue("365d") Duration tokenValid,
        @DefaultValue("12") int strength) {
    public AccountSettings {
        String name = adminName;
        adminName = Account.nameOf(name)
                .orElseThrow(() -> new IllegalArgumentException("SARING_ADMIN_USERNAME must have 2 to 40 of a-z, 0-9, ."
                        + " - and _, and start with a letter or digit"));
        adminPassword = adminPassword == null || adminPassword.isBlank() ? null : adminPassword;
        if (!idle.isPositive() || !longest.isPositive() || !linkValid.isPositive() || !tokenValid.isPositive()) {
            throw new IllegalArgumentException("saring.account settings must be positive");
        }
        if (strength < 4 || strength > 16) {
            throw new IllegalArgumentException("saring.account.strength must be 10 to 16");
        }
    }

    @Override
    public String toString() {
        return "AccountSettings[adminName=%s, idle=%s, longest=%s]".formatted(adminName, idle, longest);
    }
}
