package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes empty clinics beside the demo's, and looks into them.
class OtherClinic {
    private final Visitors visitors;
    private final People people;
    private final OneUseLinks links;
    private final Courses courses;

    OtherClinic(Visitors visitors, People people, OneUseLinks links, Courses courses) {
        this.visitors = visitors;
        this.people = people;
        this.links = links;
        this.courses = courses;
    }

    /// Someone of a fresh clinic, signed in.
    Someone prescriber() {
        visitors.person(Role.PRESCRIBER);
        Clinic clinic = new Clinic(
                UUID.randomUUID(),
                "Other clinic",
                ZoneId.of("Europe/Berlin"),
                "ketamine-iv.adaptive",
                0.25,
                false);
        people.add(clinic);
        return someone(clinic, Role.PRESCRIBER);
    }

    Someone someone(Clinic clinic, Role role) {
        Person person = new Person(UUID.randomUUID(), "Ola Other", role, clinic, Optional.empty());
        people.add(person);
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(person.id()));
        return new Someone(person, visitor, courses);
    }

    record Someone(Person person, Visitor visitor, Courses courses) {
        List<Snapshot> patients() {
            return Visitors.inClinic(person.clinicId(), () -> courses.of(person));
        }

        HttpResponse<String> sendCsv(String scores) {
            return visitor.upload("/import", form().file("scores", "scores.csv", scores));
        }

        HttpResponse<String> sendCsv(String scores, String treatments) {
            return visitor.upload(
                    "/import",
                    form().file("scores", "scores.csv", scores)
                            .file("treatments", "treatments.csv", treatments));
        }

        HttpResponse<String> sendFhir(String name, byte[] bytes) {
            return visitor.upload("/import", form().file("fhir", name, bytes));
        }

        FormWithFiles form() {
            return FormWithFiles.of(Visitor.hidden(visitor.get("/import"), "/import"));
        }

        /// Confirms what was sent, which must have been accepted.
        HttpResponse<String> confirm(HttpResponse<String> sent) {
            String path = path(sent);
            var fields = Visitor.hidden(visitor.get(path), path);
            fields.putIfAbsent("protocol", "ketamine-iv.adaptive");
            return visitor.post(path, fields);
        }

        HttpResponse<String> follow(HttpResponse<String> answer) {
            return visitor.get(path(answer));
        }

        static String path(HttpResponse<String> answer) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            return location.substring(location.indexOf("/import"));
        }
    }
}
