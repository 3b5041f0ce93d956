package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// Asks the rules in force.
@Service
public class Screenings {
    /// How the indication of a protocol says that it is for resistant depression.
    private static final String RESISTANT = "resistant";

    private final Histories histories;
    private final Treatments treatments;
    private final RuleSettings settings;
    private final Protocols protocols;
    private final EligibilityContent rules;

    Screenings(
            Histories histories,
            Treatments treatments,
            RuleSettings settings,
            Protocols protocols,
            EligibilityContent rules) {
        this.histories = histories;
        this.treatments = treatments;
        this.settings = settings;
        this.protocols = protocols;
        this.rules = rules;
    }

    /// What the rules say of a patient on a day. Empty where there is no such patient.
    @Transactional(readOnly = true)
    public Optional<Screened> of(UUID clinicId, UUID patientId, Protocol protocol, LocalDate day) {
        return histories
                .chart(clinicId, patientId, day)
                .map(chart -> of(clinicId, protocol, chart, day));
    }

    /// What the rules say of a chart on a day.
    @Transactional(readOnly = true)
    public Screened of(UUID clinicId, Protocol protocol, Chart chart, LocalDate day) {
        return of(settings.of(clinicId), protocol, chart, day);
    }

    private Screened of(RuleSettings.Chosen chosen, Protocol protocol, Chart chart, LocalDate day) {
        return Screened.of(
                protocol, chosen.jurisdiction(), packs(chosen, protocol, day), chart, day);
    }

    /// Asks the rules that a clinic goes by of many charts, each about a protocol.
    @Transactional(readOnly = true)
    BiFunction<Protocol, Chart, Screened> by(UUID clinicId, LocalDate day) {
        RuleSettings.Chosen chosen = settings.of(clinicId);
        return (protocol, chart) -> of(chosen, protocol, chart, day);
    }

    /// Whether a rule still asks and says what it did when something was decided. A rule that was
    /// changed since was not decided against.
    boolean isAsDecided(Decision decision, Result result) {
        List<String> decided = List.of(decision.basis().packs().split("\n"));
        return rules.packs().stream()
                .filter(pack -> pack.id().equals(result.pack()) && decided.contains(pack.name()))
                .anyMatch(pack -> pack.rules().contains(result.rule()));
    }

    /// What the rules say of the charts of patients who are on a protocol, by patient.
    @Transactional(readOnly = true)
    public Map<UUID, Screened> of(Clinic clinic, Map<UUID, Chart> charts, LocalDate day) {
        RuleSettings.Chosen chosen = settings.of(clinic.id());
        Map<UUID, Protocol> on = protocols(clinic);
        Map<UUID, Screened> all = new HashMap<>();
        charts.forEach((patient, chart) -> Optional.ofNullable(on.get(patient))
                .ifPresent(protocol -> all.put(patient, of(chosen, protocol, chart, day))));
        return all;
    }

    /// The packs that are asked about a protocol on a day.
    List<RulePack> packs(RuleSettings.Chosen chosen, Protocol protocol, LocalDate day) {
        boolean resistant = protocol.indication().toLowerCase(Locale.ROOT).contains(RESISTANT);
        return RulePack.inForce(rules.packs(), chosen.jurisdiction(), day).stream()
                .filter(pack -> !pack.id().startsWith(EligibilityContent.RESISTANCE)
                        || resistant && pack.id().equals(chosen.resistance()))
                .toList();
    }

    /// The protocol a patient is on, or the clinic's where they are on none.
    @Transactional(readOnly = true)
    public Protocol protocolOf(Clinic clinic, UUID patientId) {
        return treatments
                .enrolment(clinic.id(), patientId)
                .flatMap(enrolment -> protocols.findOrLatest(
                        clinic.id(), enrolment.protocol(), enrolment.version()))
                .or(() -> protocols.latest(clinic.id(), new ProtocolId(clinic.protocol())))
                .orElseThrow(NotThere::new);
    }

    /// The protocol each patient of a clinic is on; those who are on none are left out.
    @Transactional(readOnly = true)
    public Map<UUID, Protocol> protocols(Clinic clinic) {
        Map<UUID, Protocol> all = new HashMap<>();
        treatments
                .enrolments(clinic.id())
                .forEach((patient, enrolment) -> protocols
                        .findOrLatest(clinic.id(), enrolment.protocol(), enrolment.version())
                        .ifPresent(protocol -> all.put(patient, protocol)));
        return all;
    }

    /// A protocol in a version, or in its latest one.
    @Transactional(readOnly = true)
    Optional<Protocol> protocol(UUID clinicId, ProtocolId id, String version) {
        return protocols.findOrLatest(clinicId, id, version);
    }

    /// The protocols patients may be put on.
    @Transactional(readOnly = true)
    public List<Protocol> offered(UUID clinicId) {
        return protocols.enrolling(clinicId);
    }
}
