package org.evenkeel.cli;

import org.evenkeel.core.pharmacokinetics.EffectModel;
import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.pharmacokinetics.Levels;
import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.knowledge.AcuteEffects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What is simulated of one person: a column of numbers for each thing, a row for each time.
///
/// @param model who is typical
/// @param effects what the drug does, if that is asked for
/// @param weightKg body weight of everybody
/// @param doses what everybody is given
/// @param hours the times
record PersonColumns(
        PublishedModel model,
        Optional<AcuteEffects> effects,
        double weightKg,
        List<GivenDose> doses,
        List<BigDecimal> hours) {

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("drug", "metabolite"));
        if (effects.isPresent()) {
            names.addAll(List.of("systolic_rise_mmhg", "diastolic_rise_mmhg", "cadss"));
        }
        return names;
    }

    double[][] typical() {
        return of(model, EffectModel.Person.TYPICAL);
    }

    /// Somebody who differs by chance from the typical person.
    double[][] drawn(RandomGenerator random) {
        PublishedModel person = model.drawn(random);
        return of(
                person,
                effects.map(found -> found.equations().drawn(random))
                        .orElse(EffectModel.Person.TYPICAL));
    }

    /// The columns in the order of their names; one without entries where the model has none.
    private double[][] of(PublishedModel person, EffectModel.Person reaction) {
        double[] at = hours.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        double delay = effects.map(found -> found.equations().delay()).orElse(0.0);
        Levels levels = person.levels(weightKg, doses, at, delay);
        List<double[]> columns = new ArrayList<>(List.of(levels.drug(), levels.metabolite()));
        if (effects.isPresent()) {
            EffectModel acts = effects.get().equations();
            double[] site = levels.site();
            columns.add(times(i -> acts.systolic(site[i], reaction)));
            columns.add(times(i -> acts.diastolic(site[i], reaction)));
            columns.add(times(i -> acts.dissociation(site[i], treatment(at[i]), reaction)));
        }
        return columns.toArray(double[][]::new);
    }

    private double[] times(IntToDoubleFunction of) {
        return IntStream.range(0, hours.size()).mapToDouble(of).toArray();
    }

    /// How many doses have begun; each counts as a treatment.
    private int treatment(double hour) {
        return (int) doses.stream().filter(dose -> dose.hour() <= hour).count();
    }
}
