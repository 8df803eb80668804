package id.saring;

import id.saring.account.Account;
import id.saring.account.Scope;
import id.saring.account.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Someone who is signed in: the {@link Account} as principal, and its session unless a token was used. */
final class StaffAuthentication extends AbstractAuthenticationToken {
    /** What someone may who must give a code or choose a password first: only that. */
    static final String SECOND_FACTOR = "SECOND_FACTOR";

    static final String NEW_PASSWORD = "NEW_PASSWORD";

    private final Account account;
    private final @Nullable SignedIn signedIn;

    private StaffAuthentication(Account account, @Nullable SignedIn signedIn, List<String> authorities) {
        super(authorities.stream().map(SimpleGrantedAuthority::new).toList());
        this.account = account;
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    static StaffAuthentication of(SignedIn signedIn) {
        Account account = signedIn.account();
        if (signedIn.stage() == SignedIn.Stage.SECOND_FACTOR) {
            return new StaffAuthentication(account, signedIn, List.of(SECOND_FACTOR));
        }
        return new StaffAuthentication(
                account, signedIn, List.of(account.mustChange() ? NEW_PASSWORD : role(account)));
    }

    /** @param scope writing includes reading */
    static StaffAuthentication ofToken(Account account, Scope scope) {
        List<String> authorities = switch (scope) {
            case READ -> List.of(role(account), "SCOPE_READ");
            case WRITE -> List.of(role(account), "SCOPE_READ", "SCOPE_WRITE");
        };
        return new StaffAuthentication(account, null, authorities);
    }

    private static String role(Account account) {
        return "ROLE_" + account.role();
    }

    /** Null if a token was used. */
    @Nullable SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public Account getPrincipal() {
        return account;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return account.name();
    }
}
