package id.saring.moderation;

import id.saring.account.Weakness;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A new password as a form brings it: typed twice, so that no slip of the finger shuts anybody out. */
record NewPassword(String password, String again) {
    NewPassword {
        password = password == null ? "" : password;
        again = again == null ? "" : again;
    }

    /**
     * Has it stored by {@code store}; what is returned names the words for what is wrong with it, empty if nothing is.
     */
    Optional<String> store(Function<String, Optional<Weakness>> store) {
        if (!password.equals(again)) {
            return Optional.of("differs");
        }
        return store.apply(password).map(weakness -> weakness.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
