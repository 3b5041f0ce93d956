package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who takes their consent to research back is in no output that tells of many patients.
@ClinicTest
class ResearchConsentTest {
    /// What a researcher reaches, with the figure by which one sees how many it is made of. A new
    /// route of theirs must be put here with its figure, or below, where no patient is in it.
    private static final Map<String, Pattern> ANALYTIC = Map.of(
            "/figures", Pattern.compile("agreed to research</dt><dd>(\\d+)"),
            "/calibration", Pattern.compile("of (\\d+) answers fell into"));

    private static final Set<String> ABOUT_NO_PATIENT = Set.of(
            "/limits",
            "/policy",
            "/protocols",
            "/protocols/{id}",
            "/protocols/{id}/compare",
            "/protocols/{id}/fhir",
            "/protocols/{id}/file",
            "/sources",
            "/sources/{source}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    @Test
    void everyRouteOfAResearcherIsKnown() {
        Set<String> reached = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null
                    && needs.of() != Needs.Subject.SELF
                    && Policy.current().cell(Role.RESEARCHER, needs.value()).reach()
                            != Policy.Reach.NEVER) {
                reached.add(info.getPatternValues().iterator().next());
            }
        });
        reached.removeAll(ABOUT_NO_PATIENT);

        assertThat(reached)
                .as("an output for research must be made of Courses.forResearch, or the like, and"
                        + " be tested here")
                .isEqualTo(ANALYTIC.keySet());
    }

    /// HZ-30.
    @Test
    void whoTakesItBackIsGoneFromEveryOutput() {
        UUID patient = database.sql("""
                        select s.patient_id from forecasting.shadow_score s
                        join consent.consent c on c.patient_id = s.patient_id
                        join consent.chosen h on h.id = c.chosen_id
                        where s.clinic_id = :clinic and 'research' = any (h.agreed) and not exists (
                            select from consent.withdrawal w where w.patient_id = s.patient_id)
                        group by s.patient_id order by count(*) desc limit 1
                        """)
                .param("clinic", visitors.person(Role.NURSE).clinicId())
                .query(UUID.class)
                .single();
        int scores = database.sql(
                        "select count(*) from forecasting.shadow_score where patient_id = :id")
                .param("id", patient)
                .query(Integer.class)
                .single();
        Visitor researcher = visitors.as(Role.RESEARCHER);
        int figures = count(researcher, "/figures");
        int answers = count(researcher, "/calibration");
        assertThat(scores).isPositive();

        Person self = new Person(
                UUID.randomUUID(),
                "Some One",
                Role.PATIENT,
                visitors.person(Role.NURSE).clinic(),
                Optional.of(patient));
        people.add(self);
        Visitor own = visitors.stranger();
        own.get("/enter/" + links.issue(self.id()));
        new ConsentFlow(own, "/me").withdraw("research");

        assertThat(count(researcher, "/figures")).isEqualTo(figures - 1);
        assertThat(count(researcher, "/calibration")).isEqualTo(answers - scores);
        assertThat(count(visitors.as(Role.MANAGER), "/figures")).isEqualTo(figures - 1);
        assertThat(count(visitors.as(Role.PRESCRIBER), "/calibration")).isEqualTo(answers - scores);
    }

    private static int count(Visitor visitor, String path) {
        Matcher found = Objects.requireNonNull(ANALYTIC.get(path))
                .matcher(visitor.get(path).body());
        assertThat(found.find()).as(path).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
