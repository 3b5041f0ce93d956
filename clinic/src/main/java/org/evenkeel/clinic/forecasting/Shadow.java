package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.forecast.ScoreDistribution;
import org.evenkeel.core.forecast.ScoredForecast;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Stores forecasts before their answers come, shows them to nobody, and scores them once
/// the answers are there. What they are worth is then known from this clinic's own patients.
@Service
public class Shadow {
    /// Days ahead; an answer within three days of one is compared with it.
    private static final List<Integer> HORIZONS = List.of(7, 14, 21, 28);

    private static final int NEAR_DAYS = 3;

    private static final int REHEARSED_FACTS = 14;

    /// An answer entered later than this is compared with nothing.
    private static final int REMEMBERED_DAYS = 180;

    private final Courses courses;
    private final Engine engine;
    private final ShadowStore store;
    private final Responses responses;
    private final ClinicContent content;
    private final ConsentStandings consents;
    private final Audit audit;
    private final InstantSource clock;

    /// Only where an answer falls within its step; no forecast hangs on it.
    private final SecureRandom chance = new SecureRandom();

    Shadow(
            Courses courses,
            Engine engine,
            ShadowStore store,
            Responses responses,
            ClinicContent content,
            ConsentStandings consents,
            Audit audit,
            InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.store = store;
        this.responses = responses;
        this.content = content;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /// What one sweep did.
    public record Swept(int stored, int scored) {}

    /// Scores what can be scored in a person's clinic, then stores forecasts for every
    /// patient about whom something new is known. A second sweep right after does nothing.
    @Transactional
    public Swept sweep(Person person) {
        UUID clinic = person.clinicId();
        store.takeTurn(clinic);
        LocalDate since = person.today(clock).minusDays(REMEMBERED_DAYS);
        Map<UUID, List<StoredForecast>> open = store.open(clinic, since);
        Map<UUID, Set<LocalDate>> answered = store.answered(clinic);
        int stored = 0;
        int scored = 0;
        for (Snapshot snapshot : courses.of(person)) {
            UUID patient = snapshot.patient().id();
            List<StoredForecast> waiting = open.getOrDefault(patient, List.of());
            scored += score(clinic, snapshot, waiting, answered.getOrDefault(patient, Set.of()));
            stored += store(person, snapshot, waiting);
        }
        if (stored + scored > 0) {
            audit.done(
                    new Actor(clinic, clinic, "system"),
                    new Act("forecasts-stored", "clinic", clinic));
        }
        return new Swept(stored, scored);
    }

    /// How the forecasts of the present model stood, in the order of the answers, of those
    /// patients who agree to be learned from. What an answer scored that was corrected or taken
    /// back since is left out.
    @Transactional(readOnly = true)
    public List<ScoredForecast> scored(UUID clinicId) {
        Map<UUID, List<Response>> standing = responses.of(clinicId, ClinicContent.FORECAST_BY);
        Map<UUID, List<Response>> corrected = responses.corrected(clinicId);
        return store.scored(clinicId, prior(), consents.forResearch(clinicId)).stream()
                .filter(each -> !isAmong(each, corrected) || isAmong(each, standing))
                .map(ShadowStore.Compared::scored)
                .toList();
    }

    private static boolean isAmong(
            ShadowStore.Compared compared, Map<UUID, List<Response>> answers) {
        return answers.getOrDefault(compared.patientId(), List.of()).stream()
                .filter(each -> each.instrument().equals(ClinicContent.FORECAST_BY))
                .anyMatch(each -> each.on().equals(compared.on())
                        && each.rating().score() == compared.observed());
    }

    /// The prior by its name and all its figures: a changed one is another.
    private String prior() {
        return PriorName.of(content.prior());
    }

    private int score(
            UUID clinic, Snapshot snapshot, List<StoredForecast> waiting, Set<LocalDate> known) {
        int scored = 0;
        for (Response response : snapshot.responses()) {
            if (known.contains(response.on())) {
                continue;
            }
            Optional<StoredForecast> forecast = forecast(waiting, snapshot, response.on());
            if (forecast.isPresent()) {
                store.append(clinic, stood(forecast.get(), response), clock.instant());
                scored++;
            }
        }
        return scored;
    }

    /// The forecast an answer is compared with: of the latest made before its day, the one
    /// for the nearest day; none where a treatment it could not know of came between.
    static Optional<StoredForecast> forecast(
            List<StoredForecast> latestFirst, Snapshot snapshot, LocalDate on) {
        Optional<StoredForecast> latest =
                latestFirst.stream().filter(each -> each.asOf().isBefore(on)).findFirst();
        return latest.flatMap(run -> latestFirst.stream()
                        .filter(each -> each.at().equals(run.at())
                                && each.asOf().equals(run.asOf())
                                && each.inputHash().equals(run.inputHash()))
                        .min(Comparator.comparingLong(each -> apart(each, on))))
                .filter(each -> apart(each, on) <= NEAR_DAYS)
                .filter(each -> snapshot.treatments().stream()
                        .noneMatch(given ->
                                given.on().isAfter(each.asOf()) && given.on().isBefore(on)));
    }

    private static long apart(StoredForecast forecast, LocalDate on) {
        return Math.abs(ChronoUnit.DAYS.between(forecast.target(), on));
    }

    private static ShadowStore.Stood stood(StoredForecast forecast, Response response) {
        int horizon = (int) ChronoUnit.DAYS.between(forecast.asOf(), forecast.target());
        int observed = response.rating().score();
        return new ShadowStore.Stood(
                forecast,
                response.on(),
                observed,
                ScoredForecast.of(horizon, forecast.scores(), observed, forecast.place()));
    }

    /// Stores anew where something new is known, or where the last ones have all come to
    /// pass.
    private int store(Person person, Snapshot snapshot, List<StoredForecast> waiting) {
        LocalDate today = person.today(clock);
        String facts = snapshot.factsHash();
        boolean fresh = !waiting.isEmpty()
                && waiting.getFirst().inputHash().equals(facts)
                && waiting.getFirst().asOf().isAfter(today.minusDays(HORIZONS.getLast()));
        if (fresh) {
            return 0;
        }
        return engine.answer(snapshot, person.clinic(), today)
                .fitted()
                .map(fitted -> store(person.clinicId(), snapshot, fitted, clock.instant()))
                .orElse(0);
    }

    /// Stores what would have been stored while the courses of made-up patients went on, so
    /// that there is something to look at. A real clinic's forecasts are never made up
    /// afterwards.
    ///
    /// @param patients of how many patients
    @Transactional
    public void rehearse(Person person, int patients) {
        if (!person.clinic().synthetic()) {
            throw new IllegalArgumentException(
                    "only a made-up clinic may rehearse, not " + person.clinicId());
        }
        Instant now = clock.instant();
        for (Snapshot snapshot : courses.of(person).stream().limit(patients).toList()) {
            for (LocalDate day : latestFacts(snapshot)) {
                Snapshot then = snapshot.until(day);
                Posterior posterior = RelapseModel.posterior(
                        then.course(ClinicContent.FORECAST_BY),
                        content.forecastInstrument(),
                        content.prior(),
                        (int) day.toEpochDay());
                Instant evening =
                        day.atTime(20, 0).atZone(person.clinic().zone()).toInstant();
                // Today's would otherwise stand before what is stored later today.
                Instant at = evening.isBefore(now) ? evening : now;
                if (posterior instanceof Fitted fitted) {
                    store(person.clinicId(), then, fitted, at);
                }
            }
        }
    }

    private static List<LocalDate> latestFacts(Snapshot snapshot) {
        List<LocalDate> days = Stream.concat(
                        snapshot.responses().stream().map(Response::on),
                        snapshot.treatments().stream().map(TreatmentGiven::on))
                .distinct()
                .sorted()
                .toList();
        return days.subList(Math.max(0, days.size() - REHEARSED_FACTS), days.size());
    }

    private int store(UUID clinic, Snapshot snapshot, Fitted fitted, Instant at) {
        LocalDate today = LocalDate.ofEpochDay(fitted.asOf());
        List<Integer> days = HORIZONS.stream()
                .map(horizon -> (int) today.toEpochDay() + horizon)
                .toList();
        List<ScoreDistribution> scores = fitted.scores(new Question(
                days,
                List.of(),
                content.forecastInstrument().definitions().unwellFrom().value()));
        for (int i = 0; i < days.size(); i++) {
            store.append(
                    clinic,
                    new StoredForecast(
                            UUID.randomUUID(),
                            snapshot.patient().id(),
                            at,
                            today,
                            LocalDate.ofEpochDay(days.get(i)),
                            RelapseModel.VERSION,
                            prior(),
                            snapshot.factsHash(),
                            scores.get(i),
                            content.forecastInstrument().minimum(),
                            chance.nextDouble()));
        }
        return days.size();
    }
}
