package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.web.ActionWords;
import org.junit.jupiter.api.Test;

class ActionWordsTest {
    @Test
    void anActionHasWordsForTheAuditorAndOthersForThePatient() {
        assertThat(ActionWords.of("explanation-view")).isEqualTo("looked at the record (why)");
        assertThat(ActionWords.toPatient("explanation-view")).isEqualTo("looked at your record");
    }

    @Test
    void anActionNobodyHasListedIsStillNamed() {
        assertThat(ActionWords.of("brand-new")).isEqualTo("brand new");
        assertThat(ActionWords.toPatient("brand-new")).isEqualTo("used your record: brand new");
    }

    @Test
    void everyListedActionIsACodeWithWords() {
        assertThat(ActionWords.all()).hasSizeGreaterThan(60).allSatisfy((action, words) -> {
            assertThat(action).matches("[a-z]+(-[a-z]+)*");
            assertThat(words).isNotBlank().doesNotContain("|");
        });
    }
}
