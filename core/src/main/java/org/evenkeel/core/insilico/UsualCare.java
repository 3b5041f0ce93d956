package org.evenkeel.core.insilico;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A clinic's habits, applied to a virtual patient: six treatments over two weeks, then
/// boosters at a habitual interval that is shortened after bad scores and lengthened after
/// good ones, and questionnaires every week or two, some of them missing.
///
/// @param baseDays habitual interval of boosters
/// @param ratingEveryDays days between questionnaires
/// @param missing share of questionnaires that go missing
/// @param reacts whether scores change the interval
public record UsualCare(int baseDays, int ratingEveryDays, double missing, boolean reacts) {
    /// What virtual patients answer.
    public static final InstrumentId PHQ_9 = new InstrumentId("phq-9");
    /// What they are given.
    public static final MgPerKg USUAL_DOSE = new MgPerKg(new BigDecimal("0.5"));
    /// Days of the first series.
    public static final List<Integer> INDUCTION_DAYS = List.of(0, 2, 4, 7, 9, 11);
    private static final int UNWELL = 10;
    private static final int FIRST_RATING_DAY = -7;

    /// A clinic drawn at random.
    public static UsualCare drawn(RandomGenerator random) {
        return new UsualCare(
                14 + random.nextInt(29),
                random.nextBoolean() ? 7 : 14,
                0.05 + 0.2 * random.nextDouble(),
                random.nextInt(3) > 0);
    }

    /// What came of it.
    ///
    /// @param course ratings and treatments from day -7 on, the first treatment being day 0
    /// @param severity underlying severity on days 0, 1, 2 …
    public record Lived(Course course, double[] severity) {}

    /// Lives `days` days from the first treatment on.
    public Lived live(VirtualPatient patient, int days, RandomGenerator random) {
        List<Rating> ratings = new ArrayList<>();
        List<Administration> given = new ArrayList<>();
        double[] severity = new double[days];
        int next = INDUCTION_DAYS.getLast() + baseDays;
        int interval = baseDays;
        for (int day = FIRST_RATING_DAY; day < days; day++) {
            if (asksOn(day) && (day <= 0 || random.nextDouble() >= missing)) {
                ratings.add(Rating.of(day, patient.answer()));
            }
            if (INDUCTION_DAYS.contains(day) || day == next) {
                patient.treat();
                given.add(Administration.perKg(day, Drug.KETAMINE, Route.IV, USUAL_DOSE));
            }
            if (day == next) {
                interval = nextInterval(interval, ratings.getLast().score());
                next = day + Math.max(7, interval + random.nextInt(6) - 1);
            }
            if (day >= 0) {
                severity[day] = patient.severity();
            }
            patient.nextDay();
        }
        return new Lived(new Course(PHQ_9, ratings, given), severity);
    }

    private boolean asksOn(int day) {
        boolean duringInduction = day <= INDUCTION_DAYS.getLast();
        int every = duringInduction ? 7 : ratingEveryDays;
        return Math.floorMod(day, every) == 0;
    }

    private int nextInterval(int interval, int lastScore) {
        if (!reacts) {
            return interval;
        }
        if (lastScore >= UNWELL) {
            return Math.max(7, (int) (interval * 0.75));
        }
        return Math.min(84, interval + 4);
    }
}
