package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the store of people promises on every database. */
abstract class PeopleContract {
    @RegisterExtension
    final TestStore store;

    PeopleContract(TestStore store) {
        this.store = store;
    }

    @Test
    void the_language_chosen_last_counts() {
        try (Database database = store.open()) {
            People people = new People(database, Clock.systemUTC());
            Pseudonym person = new Pseudonym("0".repeat(32));
            assertThat(people.languageOf(person)).isEmpty();

            people.settleLanguage(person, Language.EN);
            people.settleLanguage(person, Language.ID);

            assertThat(people.languageOf(person)).contains(Language.ID);
            assertThat(people.languageOf(new Pseudonym("1".repeat(32)))).isEmpty();
        }
    }
}
