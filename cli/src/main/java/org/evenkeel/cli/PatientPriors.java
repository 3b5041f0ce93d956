package org.evenkeel.cli;

import org.evenkeel.core.forecast.CircumstanceRules;
import org.evenkeel.core.forecast.Circumstances;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.PatientCourse;
import org.evenkeel.knowledge.Catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The prior of each patient: the population's, leaned by what `--patients` says of them.
final class PatientPriors {
    private final Prior population;
    private final CircumstanceRules rules = Catalogue.shipped().circumstances();
    /// Patients in the same circumstances share a prior.
    private final Map<Circumstances, Prior> leaned = new ConcurrentHashMap<>();

    PatientPriors(Prior population) {
        this.population = population;
    }

    Prior of(PatientCourse patient) {
        return leaned.computeIfAbsent(circumstances(patient), each -> rules.lean(population, each));
    }

    /// What leaned a patient's prior, in words.
    List<String> words(PatientCourse patient) {
        return rules.words(circumstances(patient));
    }

    /// Says for how many patients the prior was leaned.
    void sayWhoIsLeaned(Cohort cohort, Console console) {
        long patients = cohort.patients().stream()
                .filter(each -> !words(each).isEmpty())
                .count();
        if (patients > 0) {
            console.say("note: concurrent treatments lean the prior of " + patients
                    + (patients == 1 ? " patient" : " patients")
                    + " a little; the sizes are unverified defaults");
        }
    }

    private static Circumstances circumstances(PatientCourse patient) {
        return patient.covariates()
                .map(known -> new Circumstances(
                        known.antidepressant(), known.psychotherapy(), known.benzodiazepine()))
                .orElse(Circumstances.UNKNOWN);
    }
}
