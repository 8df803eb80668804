package id.saring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.audit.ActCheck;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.db.TestStore;
import id.saring.queue.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What accounts, invitations and tokens promise on every database. */
abstract class AccountsContract {
    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private AccountParts parts;

    AccountsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        parts = new AccountParts(store.open(), clock, null);
    }

    @Test
    void an_invited_account_lets_nobody_in_before_its_owner_chose_a_password() {
        Key key = parts.accounts.invite(Actor.TERMINAL, " Siti ", Role.MODERATOR);
        assertThat(parts.accounts.named("siti")).hasValueSatisfying(account -> {
            assertThat(account.state()).isEqualTo(Account.State.INVITED);
            assertThat(account.role()).isEqualTo(Role.MODERATOR);
        });
        assertThat(parts.withPassword("siti", "")).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(parts.own.accept(key, "pendek", "here")).contains(Weakness.SHORT);
        assertThat(parts.own.accept(key, AccountParts.PASSWORD, "here")).isEmpty();
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void an_invitation_is_good_once_and_not_for_ever() {
        Key used = parts.accounts.invite(Actor.TERMINAL, "siti", Role.MODERATOR);
        parts.own.accept(used, AccountParts.PASSWORD, "here");
        assertThatThrownBy(() -> parts.own.accept(used, "another good password", "here"))
                .isInstanceOf(RefusedChangeException.class);
        Key late = parts.accounts.invite(Actor.TERMINAL, "budi", Role.MODERATOR);
        clock.advance(Duration.ofDays(3));
        assertThat(parts.own.invited(late)).isEmpty();
        assertThatThrownBy(() -> parts.own.accept(late, AccountParts.PASSWORD, "here"))
                .isInstanceOf(RefusedChangeException.class);
    }

    @Test
    void a_name_is_given_once_and_has_a_form() {
        parts.accounts.invite(Actor.TERMINAL, "siti", Role.MODERATOR);
        assertThatThrownBy(() -> parts.accounts.invite(Actor.TERMINAL, "SITI", Role.ADMIN))
                .hasMessageContaining("taken");
        for (String name : List.of("", "x", "si ti", "<b>", "é".repeat(3), "a".repeat(41), "-siti")) {
            assertThatThrownBy(() -> parts.accounts.invite(Actor.TERMINAL, name, Role.MODERATOR))
                    .as(name)
                    .isInstanceOf(RefusedChangeException.class);
        }
    }

    @Test
    void a_closed_account_is_out_at_once_and_comes_back_as_it_was() {
        Account siti = parts.active("siti", Role.MODERATOR);
        Key session = parts.enter("siti");
        String token = parts.tokens.make(AccountParts.as(siti), siti, "import", Scope.WRITE, Duration.ofDays(30));
        parts.accounts.disable(Actor.TERMINAL, siti.id());
        assertThat(parts.sessions.find(session)).isEmpty();
        assertThat(parts.tokens.find(token)).isEmpty();
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThatThrownBy(() -> parts.accounts.resetPassword(Actor.TERMINAL, siti.id()))
                .hasMessageContaining("closed");
        parts.accounts.enable(Actor.TERMINAL, siti.id());
        assertThat(parts.tokens.find(token)).isPresent();
        assertThat(parts.sessions.find(session)).isEmpty();
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void a_closed_account_cannot_be_opened_with_an_old_link() {
        Key link = parts.accounts.invite(Actor.TERMINAL, "siti", Role.MODERATOR);
        Account siti = parts.accounts.named("siti").orElseThrow();
        parts.accounts.disable(Actor.TERMINAL, siti.id());
        parts.accounts.enable(Actor.TERMINAL, siti.id());
        assertThat(parts.own.invited(link)).isEmpty();
        assertThat(parts.accounts.find(siti.id()).orElseThrow().state()).isEqualTo(Account.State.INVITED);
    }

    @Test
    void a_new_link_ends_the_old_password_and_all_sessions() {
        Account siti = parts.active("siti", Role.MODERATOR);
        Key session = parts.enter("siti");
        Key link = parts.accounts.resetPassword(Actor.TERMINAL, siti.id());
        assertThat(parts.sessions.find(session)).isEmpty();
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(parts.own.accept(link, "another good password", "here")).isEmpty();
        assertThat(parts.withPassword("siti", "another good password")).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void the_last_admin_who_can_sign_in_stays_one() {
        Account ani = parts.active("ani", Role.ADMIN);
        parts.accounts.invite(Actor.TERMINAL, "invited", Role.ADMIN);
        assertThatThrownBy(() -> parts.accounts.disable(Actor.TERMINAL, ani.id())).hasMessageContaining("last admin");
        assertThatThrownBy(() -> parts.accounts.changeRole(Actor.TERMINAL, ani.id(), Role.MODERATOR))
                .hasMessageContaining("last admin");
        Account budi = parts.active("budi", Role.ADMIN);
        assertThatThrownBy(() -> parts.accounts.disable(AccountParts.as(budi), budi.id())).hasMessageContaining("own");
        parts.accounts.changeRole(AccountParts.as(budi), ani.id(), Role.MODERATOR);
        assertThat(parts.accounts.find(ani.id()).orElseThrow().role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void two_admins_cannot_take_each_others_role_at_the_same_time() throws Exception {
        Account ani = parts.active("ani", Role.ADMIN);
        Account budi = parts.active("budi", Role.ADMIN);
        AccountParts replica = new AccountParts(store.open(), clock, null);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 20; i++) {
                Future<?> one = threads.submit(() -> demote(parts, ani, budi));
                Future<?> two = threads.submit(() -> demote(replica, budi, ani));
                one.get();
                two.get();
                assertThat(parts.accounts.list()).filteredOn(Account::admin).hasSize(1);
                parts.accounts.changeRole(Actor.TERMINAL, ani.id(), Role.ADMIN);
                parts.accounts.changeRole(Actor.TERMINAL, budi.id(), Role.ADMIN);
            }
        }
    }

    private static void demote(AccountParts parts, Account by, Account whom) {
        try {
            parts.accounts.changeRole(AccountParts.as(by), whom.id(), Role.MODERATOR);
        } catch (RefusedChangeException e) {
            assertThat(e.code()).isEqualTo("last_admin");
        }
    }

    @Test
    void a_token_lets_its_program_in_until_it_runs_out_or_is_revoked() {
        Account siti = parts.active("siti", Role.MODERATOR);
        Account budi = parts.active("budi", Role.MODERATOR);
        String token = parts.tokens.make(AccountParts.as(siti), siti, " impor ", Scope.READ, Duration.ofDays(30));
        assertThat(token).startsWith("saring_").hasSize(50);
        assertThat(parts.tokens.of(siti)).singleElement().satisfies(shown -> {
            assertThat(shown.name()).isEqualTo("impor");
            assertThat(shown.usedAt()).isNull();
        });
        assertThat(parts.tokens.find(token)).hasValueSatisfying(bearer -> {
            assertThat(bearer.account().name()).isEqualTo("siti");
            assertThat(bearer.scope()).isEqualTo(Scope.READ);
        });
        assertThat(parts.tokens.of(siti).getFirst().usedAt()).isEqualTo(clock.instant());
        assertThat(parts.tokens.find(token.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(parts.tokens.find("saring_" + "A".repeat(43))).isEmpty();
        assertThat(parts.tokens.find("")).isEmpty();

        parts.tokens.revoke(AccountParts.as(budi), budi, parts.tokens.of(siti).getFirst().id());
        assertThat(parts.tokens.find(token)).as("revoked by somebody else").isPresent();
        parts.tokens.revoke(AccountParts.as(siti), siti, parts.tokens.of(siti).getFirst().id());
        assertThat(parts.tokens.find(token)).isEmpty();

        String late = parts.tokens.make(AccountParts.as(siti), siti, "b", Scope.READ, Duration.ofDays(30));
        clock.advance(Duration.ofDays(30));
        assertThat(parts.tokens.find(late)).isEmpty();
    }

    @Test
    void the_first_admin_is_made_once_with_a_password_that_must_be_changed() {
        FirstAdmin.Made made = parts.firstAdmin.makeIfNone().orElseThrow();
        assertThat(made.toString()).doesNotContain(made.password());
        assertThat(parts.firstAdmin.makeIfNone()).isEmpty();
        assertThat(parts.withPassword("admin", made.password())).isInstanceOf(SignIn.Outcome.Entered.class);
        assertThat(parts.accounts.named("admin").orElseThrow()).satisfies(admin -> {
            assertThat(admin.admin()).isTrue();
            assertThat(admin.mustChange()).isTrue();
        });
    }

    @Test
    void a_password_from_the_settings_is_taken_as_it_is_unless_it_is_easy_to_guess() {
        assertThat(new AccountParts(parts.database, clock, "kuda lumping merah").firstAdmin.makeIfNone()).isEmpty();
        assertThat(parts.accounts.named("admin").orElseThrow().mustChange()).isFalse();
        parts.database.write().sql("DELETE FROM account").update();
        assertThat(new AccountParts(parts.database, clock, "admin").firstAdmin.makeIfNone()).isEmpty();
        assertThat(parts.accounts.named("admin").orElseThrow().mustChange()).isTrue();
    }

    @Test
    void nothing_that_lets_anybody_in_can_be_read_in_the_store() {
        Key invitation = parts.accounts.invite(Actor.TERMINAL, "waiting", Role.MODERATOR);
        Account siti = parts.active("siti", Role.MODERATOR);
        Key session = parts.enter("siti");
        String token = parts.tokens.make(AccountParts.as(siti), siti, "a", Scope.WRITE, Duration.ofDays(1));
        parts.factors.begin(siti);
        String secret = parts.factors.begun(siti).orElseThrow().secret();
        String code = Totp.code(Totp.fromBase32(secret), Totp.step(clock.instant()));
        List<String> recovery = parts.factors.confirm(AccountParts.as(siti), siti, code).orElseThrow();
        String content = store.content();
        assertThat(content)
                .contains("siti")
                .doesNotContain(invitation.value(), session.value(), token.substring(7), secret, AccountParts.PASSWORD)
                .doesNotContain(recovery.getFirst(), recovery.getFirst().replace("-", ""));
    }

    @Test
    void every_change_is_recorded_with_who_made_it() {
        Account ani = parts.active("ani", Role.ADMIN);
        Actor by = AccountParts.as(ani);
        parts.accounts.invite(by, "siti", Role.MODERATOR);
        Account siti = parts.accounts.named("siti").orElseThrow();
        parts.accounts.changeRole(by, siti.id(), Role.ADMIN);
        parts.accounts.changeRole(by, siti.id(), Role.ADMIN);
        parts.accounts.disable(by, siti.id());
        parts.accounts.enable(by, siti.id());
        parts.accounts.resetPassword(by, siti.id());
        assertThat(parts.actsOn(siti)).containsExactly(
                "account.invite", "account.role", "account.disable", "account.enable", "account.reset_password");
        assertThat(parts.acts.list(ActFilter.on(siti.subject()), 0, 10).items())
                .allSatisfy(act -> assertThat(act.actor()).isEqualTo(by))
                .anySatisfy(act -> {
                    assertThat(act.before()).isEqualTo("{\"role\":\"MODERATOR\"}");
                    assertThat(act.after()).isEqualTo("{\"role\":\"ADMIN\"}");
                });
        assertThat(parts.acts.verify()).isInstanceOf(ActCheck.Sound.class);
    }
}
