package org.evenkeel.evidence;

/// The parts of the page, in their order.
public enum Section {
    RECOVERY(
            "On its own law",
            "Virtual patients drawn from the forecast's own prior and lived by its own equations,"
                    + " written a second time. Where this fails, the arithmetic is wrong."),
    CALIBRATION(
            "Calibration on other laws",
            "Virtual patients of worlds whose equations are not the model's. A forecast that knows"
                    + " its own spread puts as many answers into each tenth of its probability, and"
                    + " 80 % of them into its 80 % band."),
    ACCURACY(
            "Accuracy beside other methods",
            "The same patients, the same past, the same later answers, the same score for each"
                    + " method. Where ours is worse stands below the figures, sentence by"
                    + " sentence."),
    DECISIONS(
            "Decision curves",
            "What acting on the probability of a score of 10 or more would gain: net benefit is the"
                    + " share of answers rightly acted on, less the share wrongly acted on times"
                    + " the odds of the threshold. Beside it acting on everybody, on nobody and by"
                    + " the last value."),
    VIRTUAL_PATIENTS(
            "Virtual patients beside papers",
            "How far the worlds are from what was published about real patients."),
    POLICIES(
            "Maintenance policies",
            "Virtual patients live a year under each policy. It says how policies compare in"
                    + " worlds that were made up, and nothing about people."),
    EXPOSURE(
            "Exposure and effects",
            "Concentrations, blood pressure and dissociation beside check values and papers."),
    CONTENT("Clinical content", "Instruments, protocols and files beside their sources."),
    SPEED("Speed", "Measured on two cores that others used at the same time.");

    private final String title;
    private final String words;

    Section(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /// What the section is about.
    public String words() {
        return words;
    }
}
