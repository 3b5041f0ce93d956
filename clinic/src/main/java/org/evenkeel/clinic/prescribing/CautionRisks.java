package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.consent.OwnRisks;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.history.Chart;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The risks of a patient's own are the cautions that their history raises. One that is raised
/// anew is asked for consent anew; one that is merely not known is no risk yet.
@Component
class CautionRisks implements OwnRisks {
    private final Histories histories;
    private final Patients patients;
    private final ConsentContent content;

    CautionRisks(Histories histories, Patients patients, ConsentContent content) {
        this.histories = histories;
        this.patients = patients;
        this.content = content;
    }

    @Override
    public Map<String, String> of(UUID clinicId, UUID patientId, LocalDate day) {
        return histories
                .chart(clinicId, patientId, day)
                .map(chart -> raised(chart, day))
                .orElse(Map.of());
    }

    @Override
    public Map<UUID, Map<String, String>> of(UUID clinicId, LocalDate day) {
        List<UUID> ids = patients.of(clinicId).stream().map(Patient::id).toList();
        Map<UUID, Map<String, String>> all = new HashMap<>();
        histories
                .charts(clinicId, ids, day)
                .forEach((patient, chart) -> all.put(patient, raised(chart, day)));
        return all;
    }

    private Map<String, String> raised(Chart chart, LocalDate day) {
        Map<String, String> raised = new LinkedHashMap<>();
        Screening.of(content.cautions(), new Evaluation(chart, day))
                .in(Screening.State.RAISED)
                .forEach(
                        each -> raised.put(each.rule().id(), each.rule().words().value()));
        return raised;
    }
}
