package org.evenkeel.clinic.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.demo.internal.Stories.Kind;
import org.evenkeel.clinic.demo.internal.Stories.Lived;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class StoriesTest {
    private static final int TODAY = 20_000;
    private static final long SEED = 7;

    private final List<Lived> all =
            IntStream.range(0, 150).mapToObj(i -> Stories.tell(SEED, i, TODAY)).toList();

    @Test
    void theSameSeedTellsTheSameStoriesOnAnyDay() {
        for (int i = 0; i < all.size(); i++) {
            Lived later = Stories.tell(SEED, i, TODAY + 100);
            assertThat(later.sheets().stream().map(Stories.Sheet::answers))
                    .isEqualTo(all.get(i).sheets().stream()
                            .map(Stories.Sheet::answers)
                            .toList());
        }
        assertThat(Stories.tell(SEED + 1, 0, TODAY)).isNotEqualTo(all.getFirst());
    }

    @Test
    void everyKindOfStoryIsTold() {
        assertThat(all.stream().map(Lived::kind)).contains(Kind.values());
    }

    @Test
    void nothingLiesAheadAndScoresAreOnTheirScale() {
        for (Lived lived : all) {
            assertThat(lived.sheets()).allMatch(sheet -> sheet.day() <= TODAY);
            assertThat(lived.given()).allMatch(given -> given.day() <= TODAY);
            assertThat(lived.sheets())
                    .allMatch(sheet -> sheet.answers().size() == 9
                            && sheet.answers().stream()
                                    .allMatch(answer -> answer >= 0 && answer <= 3));
        }
    }

    @Test
    void theKindsAreWhatTheySay() {
        assertThat(of(Kind.GONE_QUIET))
                .allMatch(lived -> lived.sheets().getLast().day() <= TODAY - 80);
        assertThat(of(Kind.SELF_HARM_RISING))
                .allMatch(lived -> lived.sheets().getLast().rating().riskItem().orElse(0) >= 1);
        assertThat(of(Kind.NON_RESPONDER)).allMatch(lived -> lived.given().size() == 6);
        assertThat(of(Kind.GROWING_DURABILITY)).allMatch(lived -> {
            int last = lived.given().size() - 1;
            int latest =
                    lived.given().get(last).day() - lived.given().get(last - 1).day();
            int first = lived.given().get(6).day() - lived.given().get(5).day();
            return latest > first;
        });
    }

    private List<Lived> of(Kind kind) {
        return all.stream().filter(lived -> lived.kind() == kind).toList();
    }
}
