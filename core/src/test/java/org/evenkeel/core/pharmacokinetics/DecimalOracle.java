package org.evenkeel.core.pharmacokinetics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The same question answered by other means: the differential equations of the three
/// amounts are solved by the exponential of their matrix in decimal arithmetic of 80
/// digits. It knows nothing of modes, shares or divided differences.
final class DecimalOracle {
    private static final MathContext DIGITS = new MathContext(80);
    private static final int CENTRAL = 0;
    private static final int PERIPHERAL = 1;
    private static final int METABOLITE = 2;
    /// A fourth state that stays 1 and feeds the infusion.
    private static final int ONE = 3;
    private static final int STATES = 4;
    private static final int VANISHING = 100_000;
    /// The series runs on steps whose largest rate times time is below 2^-10.
    private static final int SERIES_TERMS = 24;

    /// Drug and metabolite at a time, ng/mL.
    record Pair(BigDecimal drug, BigDecimal metabolite) {}

    private final BigDecimal weight;
    private final BigDecimal v1;
    private final BigDecimal vm;
    private final BigDecimal[][] rates = new BigDecimal[STATES][STATES];

    DecimalOracle(Subjects subjects, int subject) {
        weight = exact(subjects.value(Parameter.WEIGHT_KG, subject));
        v1 = exact(subjects.value(Parameter.V1, subject));
        vm = exact(subjects.value(Parameter.VM, subject));
        BigDecimal cl = exact(subjects.value(Parameter.CL, subject));
        BigDecimal q = exact(subjects.value(Parameter.Q, subject));
        BigDecimal v2 = exact(subjects.value(Parameter.V2, subject));
        BigDecimal fm = exact(subjects.value(Parameter.FM, subject));
        BigDecimal clm = exact(subjects.value(Parameter.CLM, subject));
        for (BigDecimal[] row : rates) {
            Arrays.fill(row, BigDecimal.ZERO);
        }
        rates[CENTRAL][CENTRAL] = cl.add(q).divide(v1, DIGITS).negate();
        rates[CENTRAL][PERIPHERAL] = q.divide(v2, DIGITS);
        rates[PERIPHERAL][CENTRAL] = q.divide(v1, DIGITS);
        rates[PERIPHERAL][PERIPHERAL] = q.divide(v2, DIGITS).negate();
        rates[METABOLITE][CENTRAL] = fm.multiply(cl).divide(v1, DIGITS);
        rates[METABOLITE][METABOLITE] = clm.divide(vm, DIGITS).negate();
    }

    /// Both concentrations at one time.
    Pair at(List<Dose> doses, double hour) {
        BigDecimal until = exact(hour);
        TreeSet<BigDecimal> moments = new TreeSet<>();
        moments.add(until);
        for (Dose dose : doses) {
            moments.add(exact(dose.hour()));
            moments.add(exact(dose.hour()).add(exact(dose.hours())));
        }
        BigDecimal[] amounts = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE};
        List<BigDecimal> path = new ArrayList<>(moments.headSet(until, true));
        for (int i = 0; i < path.size(); i++) {
            if (i > 0) {
                BigDecimal h = path.get(i).subtract(path.get(i - 1));
                amounts = times(exponential(h, rate(doses, path.get(i - 1))), amounts);
            }
            amounts[CENTRAL] = amounts[CENTRAL].add(boluses(doses, path.get(i)));
        }
        BigDecimal thousand = BigDecimal.valueOf(1_000);
        return new Pair(
                amounts[CENTRAL].multiply(thousand).divide(v1, DIGITS),
                amounts[METABOLITE].multiply(thousand).divide(vm, DIGITS));
    }

    private BigDecimal boluses(List<Dose> doses, BigDecimal hour) {
        return doses.stream()
                .filter(dose -> dose.isBolus() && exact(dose.hour()).compareTo(hour) == 0)
                .map(dose -> exact(dose.mgPerKg()).multiply(weight))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal rate(List<Dose> doses, BigDecimal hour) {
        return doses.stream()
                .filter(dose -> !dose.isBolus())
                .filter(dose -> exact(dose.hour()).compareTo(hour) <= 0)
                .filter(dose -> exact(dose.hour()).add(exact(dose.hours())).compareTo(hour) > 0)
                .map(dose ->
                        exact(dose.mgPerKg()).multiply(weight).divide(exact(dose.hours()), DIGITS))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The matrix exponential by its series on a short step, squared until it is the whole
    /// step.
    private BigDecimal[][] exponential(BigDecimal h, BigDecimal infusion) {
        BigDecimal[][] matrix = new BigDecimal[STATES][];
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < STATES; i++) {
            matrix[i] = rates[i].clone();
            for (int j = 0; j < METABOLITE + 1; j++) {
                largest = largest.max(rates[i][j].abs().multiply(h));
            }
        }
        matrix[CENTRAL][ONE] = infusion;
        int halvings = 10
                + Math.max(0, (int) Math.ceil(Math.log(largest.doubleValue() + 1) / Math.log(2)));
        BigDecimal step = h.divide(BigDecimal.TWO.pow(halvings), DIGITS);
        BigDecimal[][] term = identity();
        BigDecimal[][] sum = identity();
        for (int n = 1; n <= SERIES_TERMS; n++) {
            term = scaled(times(term, matrix), step.divide(BigDecimal.valueOf(n), DIGITS));
            for (int i = 0; i < STATES; i++) {
                for (int j = 0; j < STATES; j++) {
                    sum[i][j] = sum[i][j].add(term[i][j], DIGITS);
                }
            }
        }
        for (int i = 0; i < halvings; i++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    private static BigDecimal[][] identity() {
        BigDecimal[][] identity = new BigDecimal[STATES][STATES];
        for (int i = 0; i < STATES; i++) {
            Arrays.fill(identity[i], BigDecimal.ZERO);
            identity[i][i] = BigDecimal.ONE;
        }
        return identity;
    }

    private static BigDecimal[][] scaled(BigDecimal[][] matrix, BigDecimal by) {
        for (BigDecimal[] row : matrix) {
            for (int j = 0; j < STATES; j++) {
                row[j] = row[j].multiply(by, DIGITS);
            }
        }
        return matrix;
    }

    private static BigDecimal[][] times(BigDecimal[][] a, BigDecimal[][] b) {
        BigDecimal[][] product = new BigDecimal[STATES][STATES];
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j < STATES; j++) {
                product[i][j] = BigDecimal.ZERO;
                for (int k = 0; k < STATES; k++) {
                    product[i][j] = product[i][j].add(a[i][k].multiply(b[k][j]), DIGITS);
                }
                product[i][j] = withoutVanishing(product[i][j]);
            }
        }
        return product;
    }

    private static BigDecimal[] times(BigDecimal[][] a, BigDecimal[] x) {
        BigDecimal[] product = new BigDecimal[STATES];
        for (int i = 0; i < STATES; i++) {
            product[i] = BigDecimal.ZERO;
            for (int k = 0; k < STATES; k++) {
                product[i] = product[i].add(a[i][k].multiply(x[k]), DIGITS);
            }
        }
        return product;
    }

    /// Squaring would soon leave the range of exponents.
    private static BigDecimal withoutVanishing(BigDecimal value) {
        boolean isVanishing = value.precision() - value.scale() < -VANISHING;
        return isVanishing ? BigDecimal.ZERO : value;
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
