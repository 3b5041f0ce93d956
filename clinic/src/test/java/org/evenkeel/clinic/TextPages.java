package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages that show what [TextFields] filled in, and those around them.
final class TextPages {
    private static final Map<Role, List<String>> OF_PATIENT = Map.of(
            Role.PRESCRIBER,
            List.of(
                    "",
                    "/why",
                    "/treatments/new",
                    "/questionnaires/phq-9",
                    "/care-team",
                    "/history",
                    "/eligibility",
                    "/eligibility/decision",
                    "/consents",
                    "/plan",
                    "/plan/sign",
                    "/protocol",
                    "/protocol/move",
                    "/account"),
            Role.NURSE,
            List.of("", "/doses"));
    private static final Map<Role, List<String>> OF_CLINIC = Map.of(
            Role.PRESCRIBER,
            List.of("/worklist", "/emergency", "/import", "/policy", "/protocols", "/rules"),
            Role.NURSE,
            List.of("/worklist"),
            Role.FRONT_DESK,
            List.of("/appointments"),
            Role.MANAGER,
            List.of("/figures", "/calibration", "/deviations", "/machines", "/people"),
            Role.AUDITOR,
            List.of("/audit", "/emergencies"),
            Role.PATIENT,
            List.of("/me", "/me/consents", "/me/looks"));

    private TextPages() {}

    /// Who opens what.
    static Map<Role, List<String>> of(TextFields.Filled filled) {
        Map<Role, List<String>> pages = new LinkedHashMap<>();
        OF_CLINIC.forEach((role, paths) -> {
            List<String> all = new ArrayList<>(paths);
            OF_PATIENT
                    .getOrDefault(role, List.of())
                    .forEach(path -> all.add("/patients/" + filled.patient() + path));
            if (role == Role.PRESCRIBER) {
                all.addAll(filled.pages());
            }
            pages.put(role, all);
        });
        return pages;
    }
}
