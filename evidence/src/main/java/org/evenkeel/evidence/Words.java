package org.evenkeel.evidence;

import java.util.List;

/// The page's own sentences, without figures.
final class Words {
    static final String TITLE = "Evidence";

    static final String WARNING =
            "Nothing here has been validated on real ketamine maintenance patients.";

    static final List<String> HEAD = List.of(
            "Every claim the project makes about itself, with its test, what was found, when, from"
                    + " which seed and beside which source. Tests and benchmarks write the figures;"
                    + " a test fails when a figure is no longer what the tests find, when a claim"
                    + " has no test or a test no claim.",
            "All patients are virtual. Their worlds were made up beside published figures, and real"
                    + " patients follow none of them. What is worse than elsewhere, or beside its"
                    + " aim, stands under each table.");

    static final String NEEDED = "What would show whether it is any good for real patients";

    static final List<String> STEPS = List.of(
            "Shadow mode: each forecast is stored on the day it is made, unseen by those who treat,"
                    + " and scored when the answer comes. Nothing is decided by it until then.",
            "The plan of analysis is written down beforehand: coverage of the 80 % band, CRPS, and"
                    + " Brier score of a score at the threshold or above, beside the last value"
                    + " and a mixed model fitted on the same past; missing answers are counted,"
                    + " for people answer less when unwell.",
            "About 250 patients, one forecast each, tell the coverage of a band to within 5"
                    + " percentage points (95 % interval), about 1,500 to within 2. Several"
                    + " forecasts of one patient count for less than as many patients.",
            "With some 500 patients and four or five answers each, CRPS beside another method was"
                    + " known to within 2 to 8 %, the Brier score to within 4 to 24 %; fewer"
                    + " patients tell less. A usual rule of thumb for probabilities asks for at"
                    + " least 100 patients who became unwell and 100 who did not (general"
                    + " knowledge, not looked up).",
            "Whether proposals help is another question: it needs a trial in which clinics or"
                    + " patients are assigned by lot, with days unwell and treatments counted, and"
                    + " a board that may stop it. To see 3 days unwell fewer a month when people"
                    + " differ by 9, about 140 patients in each arm; for half that difference,"
                    + " four times as many.");

    private Words() {}
}
