package org.evenkeel.clinic.protocols;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a text of a protocol stands in its life, and which steps lead on from there.
public enum Life {
    /// it may be changed
    DRAFT("draft"),
    /// somebody who did not write it has read it
    REVIEWED("reviewed"),
    /// a prescriber has signed its very bytes
    SIGNED("signed"),
    /// patients may be put on it
    PUBLISHED("published"),
    /// patients on it stay; nobody else is put on it
    RETIRED("retired"),
    /// it never was published and nothing comes of it
    DISCARDED("discarded");

    private static final Map<Life, Map<Step, Life>> TABLE = Map.of(
            DRAFT, Map.of(Step.REVIEW, REVIEWED, Step.DISCARD, DISCARDED),
            REVIEWED, Map.of(Step.SIGN, SIGNED, Step.RETURN, DRAFT),
            SIGNED, Map.of(Step.PUBLISH, PUBLISHED, Step.RETURN, DRAFT),
            PUBLISHED, Map.of(Step.RETIRE, RETIRED),
            RETIRED, Map.of(),
            DISCARDED, Map.of());

    private final String words;

    Life(String words) {
        this.words = words;
    }

    /// A step of a life, taken by a person.
    public enum Step {
        REVIEW,
        SIGN,
        PUBLISH,
        RETIRE,
        RETURN,
        DISCARD;

        /// As it is kept, for example `review`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Reads what [#code()] writes; empty where it is none.
        public static Optional<Step> of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }

        /// Whether it must say why.
        public boolean needsReason() {
            return this == RETURN || this == RETIRE || this == DISCARD;
        }
    }

    /// Where a life stands after its latest step; a draft where there was none.
    public static Life reached(Optional<Step> latest) {
        return latest.map(step -> switch (step) {
                    case REVIEW -> REVIEWED;
                    case SIGN -> SIGNED;
                    case PUBLISH -> PUBLISHED;
                    case RETIRE -> RETIRED;
                    case RETURN -> DRAFT;
                    case DISCARD -> DISCARDED;
                })
                .orElse(DRAFT);
    }

    /// The state as people read it.
    public String words() {
        return words;
    }

    /// Where a step leads from here; empty where it is none that can be taken.
    public Optional<Life> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    /// The steps that can be taken from here, in the order of a life.
    public List<Step> steps() {
        return Arrays.stream(Step.values())
                .filter(step -> after(step).isPresent())
                .toList();
    }

    /// Whether patients may be put on a text in this state.
    public boolean enrols() {
        return this == PUBLISHED;
    }

    /// Whether patients may be on a text in this state.
    public boolean treats() {
        return this == PUBLISHED || this == RETIRED;
    }
}
