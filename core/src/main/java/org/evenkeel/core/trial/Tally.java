package org.evenkeel.core.trial;

import org.evenkeel.core.safety.ReasonCode;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// What came of some patients under one policy, in whole numbers: tallies of parts add up to
/// the tally of the whole, whatever the order.
public final class Tally {
    private static final int BINS = 10;
    /// Chances are added in steps of this, so that their sum does not depend on the order.
    private static final double CHANCE_STEP = 1e-9;

    private static final int SHARES = Count.values().length;
    private static final int SHARE_SLOTS = Enrolled.FOLLOW_UP_DAYS + 1;
    private static final int BOOKINGS = SHARES + SHARE_SLOTS;
    private static final int BOOKING_SLOTS = 3 * BINS;
    private static final int REASONS = BOOKINGS + 2 * BOOKING_SLOTS;
    private static final int LENGTH = REASONS + ReasonCode.values().length;

    private final long[] slots;

    /// Of nobody yet.
    public Tally() {
        this(new long[LENGTH]);
    }

    private Tally(long[] slots) {
        this.slots = slots;
    }

    /// A tally as [#numbers] gave it.
    public static Tally of(long[] numbers) {
        if (numbers.length != LENGTH) {
            throw new IllegalArgumentException(
                    "a tally has " + LENGTH + " numbers, got " + numbers.length);
        }
        return new Tally(numbers.clone());
    }

    /// All there is in it, to be kept and read back by [#of].
    public long[] numbers() {
        return slots.clone();
    }

    /// Both together.
    Tally plus(Tally other) {
        return with(other, 1);
    }

    /// This without a part of it.
    Tally minus(Tally part) {
        return with(part, -1);
    }

    private Tally with(Tally other, int times) {
        long[] sum = slots.clone();
        for (int i = 0; i < LENGTH; i++) {
            sum[i] += times * other.slots[i];
        }
        return new Tally(sum);
    }

    void add(Count count, long n) {
        slots[count.ordinal()] += n;
    }

    long get(Count count) {
        return slots[count.ordinal()];
    }

    /// One patient's unwell days, for the worst decile; days in proportion where the patient
    /// left.
    void unwellShare(int unwell, int days) {
        slots[SHARES + Math.round((float) unwell / days * Enrolled.FOLLOW_UP_DAYS)]++;
    }

    /// A booked day: the chance of being unwell that was stated for it, whether that would
    /// have come true untreated, and whether it was near enough to be acted on.
    void booked(double chance, boolean unwell, boolean soon) {
        count(BOOKINGS, chance, unwell);
        if (soon) {
            count(BOOKINGS + BOOKING_SLOTS, chance, unwell);
        }
    }

    private void count(int from, double chance, boolean unwell) {
        int bin = from + 3 * (int) Math.min(BINS - 1, chance * BINS);
        slots[bin]++;
        slots[bin + 1] += Math.round(chance / CHANCE_STEP);
        slots[bin + 2] += unwell ? 1 : 0;
    }

    void reason(ReasonCode code) {
        slots[REASONS + code.ordinal()]++;
    }

    /// How often each reason stood behind a question or a refusal to treat.
    public Map<ReasonCode, Long> reasons() {
        Map<ReasonCode, Long> reasons = new EnumMap<>(ReasonCode.class);
        for (ReasonCode code : ReasonCode.values()) {
            long times = slots[REASONS + code.ordinal()];
            if (times > 0) {
                reasons.put(code, times);
            }
        }
        return reasons;
    }

    /// Mean unwell days a year among the tenth of patients who had most of them.
    double worstDecile() {
        double wanted = get(Count.PATIENTS) / 10.0;
        double left = wanted;
        double sum = 0;
        for (int days = SHARE_SLOTS - 1; days >= 0 && left > 0; days--) {
            double taken = Math.min(left, slots[SHARES + days]);
            sum += taken * days;
            left -= taken;
        }
        return sum / wanted;
    }

    /// Expected calibration error over ten bins of the chances stated for booked days; `NaN`
    /// where none was booked.
    ///
    /// @param soonOnly only bookings near enough to be acted on
    double calibrationError(boolean soonOnly) {
        int from = BOOKINGS + (soonOnly ? BOOKING_SLOTS : 0);
        double error = 0;
        long n = 0;
        for (int bin = from; bin < from + BOOKING_SLOTS; bin += 3) {
            n += slots[bin];
            error += Math.abs(slots[bin + 1] * CHANCE_STEP - slots[bin + 2]);
        }
        return error / n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(slots, tally.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }
}
