package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Consents;
import org.evenkeel.core.consent.Consents.Event;
import org.evenkeel.core.consent.Consents.Needed;
import org.evenkeel.core.consent.Consents.Withdrawn;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Validity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Whether treatment or research may go on, from what patients agreed to and took back.
@Service
public class ConsentStandings {
    private final ConsentStore store;
    private final ConsentContent content;
    private final ObjectProvider<OwnRisks> risks;

    ConsentStandings(ConsentStore store, ConsentContent content, ObjectProvider<OwnRisks> risks) {
        this.store = store;
        this.content = content;
        this.risks = risks;
    }

    /// All that a patient said until the end of a day.
    @Transactional(readOnly = true)
    public Consents of(UUID clinicId, UUID patientId, LocalDate day) {
        return consents(
                store.given(clinicId, patientId), store.withdrawn(clinicId, patientId), day);
    }

    /// Whether a patient's consent to a manner of treatment holds on a day.
    @Transactional(readOnly = true)
    public Validity of(UUID clinicId, UUID patientId, Manner manner, LocalDate day) {
        return standing(
                of(clinicId, patientId, day),
                needed(manner, risks(clinicId, patientId, day).keySet()),
                day);
    }

    /// Whether the consent of each of some patients holds on a day.
    ///
    /// @param manners the manner of treatment of each
    @Transactional(readOnly = true)
    public Map<UUID, Validity> of(UUID clinicId, Map<UUID, Manner> manners, LocalDate day) {
        Map<UUID, Consents> all = all(clinicId, day);
        Map<UUID, Set<String>> known = new HashMap<>();
        risks.orderedStream()
                .flatMap(source -> source.of(clinicId, day).entrySet().stream())
                .forEach(each -> known.merge(
                        each.getKey(), each.getValue().keySet(), ConsentStandings::both));
        Map<UUID, Validity> found = new LinkedHashMap<>();
        manners.forEach((patient, manner) -> found.put(
                patient,
                standing(
                        all.getOrDefault(patient, Consents.NONE),
                        needed(manner, known.getOrDefault(patient, Set.of())),
                        day)));
        return found;
    }

    /// Patients whose data may be learned from: what tells anything of many patients, other than
    /// for their own care, is made of these alone. A day does not end this choice, only the
    /// patient does.
    @Transactional(readOnly = true)
    public Set<UUID> forResearch(UUID clinicId) {
        return all(clinicId, LocalDate.MAX).entrySet().stream()
                .filter(each -> each.getValue().agrees(Choice.RESEARCH))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Risks of a patient's own, with what to tell of each.
    Map<String, String> risks(UUID clinicId, UUID patientId, LocalDate day) {
        Map<String, String> all = new LinkedHashMap<>();
        risks.orderedStream().forEach(source -> all.putAll(source.of(clinicId, patientId, day)));
        return all;
    }

    /// Empty where no text is about it.
    private Optional<Needed> needed(Manner manner, Set<String> known) {
        return content.text(manner)
                .map(text -> new Needed(
                        manner, ConsentContent.digest(text), text.months().value(), known));
    }

    private static Validity standing(Consents said, Optional<Needed> needed, LocalDate day) {
        return needed.map(each -> said.standing(each, day)).orElseGet(Validity::withoutText);
    }

    private Map<UUID, Consents> all(UUID clinicId, LocalDate day) {
        Map<UUID, List<Withdrawal>> withdrawn = store.withdrawn(clinicId).stream()
                .collect(Collectors.groupingBy(Withdrawal::patientId));
        Map<UUID, Consents> all = new HashMap<>();
        store.given(clinicId).stream()
                .collect(Collectors.groupingBy(ConsentGiven::patientId))
                .forEach((patient, given) -> all.put(
                        patient, consents(given, withdrawn.getOrDefault(patient, List.of()), day)));
        return all;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /// Something said. What is taken back comes after the consent it names.
    private record Said(long number, boolean takenBack, LocalDate on, Event what) {}

    private static Consents consents(
            List<ConsentGiven> given, List<Withdrawal> withdrawn, LocalDate day) {
        List<Said> said = new ArrayList<>();
        given.forEach(
                each -> said.add(new Said(each.number(), false, each.what().on(), each.what())));
        withdrawn.forEach(each -> said.add(
                new Said(each.after(), true, each.on(), new Withdrawn(each.on(), each.choice()))));
        return new Consents(said.stream()
                .filter(each -> !each.on().isAfter(day))
                .sorted(Comparator.comparingLong(Said::number).thenComparing(Said::takenBack))
                .map(Said::what)
                .toList());
    }
}
