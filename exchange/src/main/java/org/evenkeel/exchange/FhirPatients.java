package org.evenkeel.exchange;

import org.evenkeel.core.units.Sex;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The Patients of the files, and which of them a reference means.
final class FhirPatients {
    /// The identifier our own export gives, where a patient's key could not be a FHIR id.
    static final String KEY_SYSTEM = "urn:evenkeel:patient";
    private static final String URN = "urn:uuid:";
    private static final int BIRTH_YEAR_DIGITS = 4;

    private static final Covariates UNKNOWN = Covariates.of(Optional.empty(), OptionalInt.empty());

    /// @param address the entry's `fullUrl` where that is no `urn:uuid`
    private record Known(
            String key,
            String id,
            Covariates covariates,
            Optional<Demographics> demographics,
            List<String> identifiers,
            Optional<String> address,
            Place place) {

        boolean isSame(Known other) {
            boolean elsewhere = address.isPresent()
                    && other.address.isPresent()
                    && !address.equals(other.address);
            return key.equals(other.key)
                    && id.equals(other.id)
                    && covariates.equals(other.covariates)
                    && demographics.equals(other.demographics)
                    && identifiers.equals(other.identifiers)
                    && !elsewhere;
        }
    }

    private final Map<String, Known> byKey = new LinkedHashMap<>();
    private final Map<String, Known> byId = new HashMap<>();
    private final Map<String, Known> byUrl = new HashMap<>();
    private final Map<String, Known> byIdentifier = new HashMap<>();
    private final Witness witness;

    FhirPatients(Witness witness) {
        this.witness = witness;
    }

    /// Takes a Patient. Names are looked at only where the witness wants them, addresses never.
    void add(ResourceStream.Resource resource) {
        Element patient = resource.element();
        Optional<String> id = patient.text("id").or(() -> uuid(resource.fullUrl()));
        Optional<String> key = ownKey(patient).or(() -> id);
        if (id.isEmpty() || !key.map(PatientKey::isAllowed).orElse(false)) {
            patient.findings().add(patient.at("id").problem("", "an id of 1 to 100 characters"));
            return;
        }
        var known = new Known(
                key.get(),
                id.get(),
                covariates(patient),
                witness.wantsDemographics()
                        ? Optional.of(Demographics.of(patient))
                        : Optional.empty(),
                identifiers(patient),
                resource.fullUrl().filter(url -> !url.startsWith(URN)),
                patient.place());
        List<Optional<Known>> before = List.of(
                put(byKey, known.key, known),
                put(byId, known.id, known),
                resource.fullUrl().flatMap(url -> put(byUrl, url, known)));
        before.stream()
                .flatMap(Optional::stream)
                .filter(other -> !other.isSame(known))
                .findFirst()
                .ifPresentOrElse(
                        other -> patient.findings().add(second(known, other)),
                        () -> addIdentifiers(known, patient));
    }

    private static Optional<Known> put(Map<String, Known> patients, String name, Known known) {
        return Optional.ofNullable(patients.putIfAbsent(name, known));
    }

    private static Problem second(Known known, Known other) {
        return known.place
                .at("id")
                .problem(
                        "a second Patient with other content",
                        "one Patient an id, as on " + other.place);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /// Makes all patients known to a draft, in order of their appearance.
    void addTo(CohortDraft draft) {
        byKey.values().forEach(known -> {
            draft.add(known.key);
            known.demographics.ifPresent(who -> witness.patient(known.key, who, known.place));
            if (!known.covariates.equals(UNKNOWN)) {
                draft.set(known.key, known.covariates);
            }
        });
    }

    /// The key of the Patient a reference means: a `urn:uuid`, `Patient/ID` or an absolute address.
    Optional<String> resolve(String reference) {
        String unversioned = reference.replaceFirst("/_history/[^/]*$", "");
        Known byWholeUrl = byUrl.get(unversioned);
        if (byWholeUrl != null) {
            return Optional.of(byWholeUrl.key);
        }
        int start = unversioned.lastIndexOf("Patient/");
        boolean names = start == 0 || (start > 0 && unversioned.charAt(start - 1) == '/');
        Known named = names ? byId.get(unversioned.substring(start + "Patient/".length())) : null;
        // Where Patients have addresses, an absolute reference to another address is another one.
        boolean elsewhere = start > 0 && named != null && named.address.isPresent();
        return named == null || elsewhere ? Optional.empty() : Optional.of(named.key);
    }

    private void addIdentifiers(Known known, Element patient) {
        for (String identifier : known.identifiers) {
            Optional<Known> before = put(byIdentifier, identifier, known);
            if (before.isPresent() && !before.get().key.equals(known.key)) {
                String system = identifier.substring(0, identifier.indexOf('|'));
                patient.findings()
                        .add(patient.at("identifier")
                                .problem(
                                        "an identifier of a second Patient"
                                                + (system.isEmpty() ? "" : ", system " + system),
                                        "identifiers of one Patient only, this one is on "
                                                + before.get().place));
            }
        }
    }

    /// System and value of each identifier.
    private static List<String> identifiers(Element patient) {
        return patient.children("identifier").stream()
                .flatMap(one -> one.text("value").stream()
                        .map(value -> one.text("system").orElse("") + "|" + value))
                .toList();
    }

    private static Optional<String> ownKey(Element patient) {
        List<Element> identifiers = patient.children("identifier");
        return identifiers.stream()
                .filter(one -> one.text("system").equals(Optional.of(KEY_SYSTEM)))
                .findFirst()
                .flatMap(one -> one.text("value"));
    }

    private static Optional<String> uuid(Optional<String> fullUrl) {
        return fullUrl.filter(url -> url.startsWith(URN)).map(url -> url.substring(URN.length()));
    }

    private static Covariates covariates(Element patient) {
        Optional<Sex> sex = patient.text("gender")
                .flatMap(gender -> switch (gender.toLowerCase(Locale.ROOT)) {
                    case "female" -> Optional.of(Sex.FEMALE);
                    case "male" -> Optional.of(Sex.MALE);
                    default -> Optional.empty();
                });
        int year = patient.text("birthDate")
                .filter(date -> date.length() >= BIRTH_YEAR_DIGITS)
                .map(date -> Cells.digits(date, 0, BIRTH_YEAR_DIGITS))
                .orElse(-1);
        return Covariates.of(sex, year > 0 ? OptionalInt.of(year) : OptionalInt.empty());
    }
}
