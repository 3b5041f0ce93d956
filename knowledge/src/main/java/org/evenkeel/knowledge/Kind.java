package org.evenkeel.knowledge;

import java.util.List;

/// What a content file is about; it says so itself, under `kind`.
public enum Kind {
    PROTOCOL,
    INSTRUMENT,
    BOOSTER_SETTINGS,
    EXPOSURE_LIMITS,
    CIRCUMSTANCES,
    FOLLOW_UP_SETTINGS,
    PRIOR,
    PHARMACOKINETIC_MODEL,
    EFFECT_MODEL,
    VOCABULARY,
    MEDICINE_GROUPS,
    ADEQUACY,
    PLAUSIBLE_RANGES,
    RESISTANCE,
    MAUDSLEY_STAGING,
    MGH_STAGING,
    WORK_UP,
    ELIGIBILITY_RULES,
    SUPERVISION,
    LADDER,
    CONSENT,
    SOURCE;

    /// What a file says it is.
    static Kind of(Section file) throws Unreadable {
        Kind kind = file.choice("kind", List.of(values()));
        file.stopIfWrong();
        return kind;
    }

    /// Notes a problem where a file is about something else.
    void require(Section file) {
        file.choice("kind", List.of(this));
    }
}
