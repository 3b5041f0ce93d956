package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.booster.BoosterPlanner;
import org.evenkeel.core.booster.BoosterProposal;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Explanation;
import org.evenkeel.core.booster.Objective;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.safety.SafetyRules;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the core about patients, and remembers what it said: the same input has the same
/// answer.
@Service
public class Engine {
    private static final int REMEMBERED = 5_000;

    private final ClinicContent content;
    private final Protocols protocols;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Optional<Explanation>> explanations = new ConcurrentHashMap<>();

    Engine(ClinicContent content, Protocols protocols) {
        this.content = content;
        this.protocols = protocols;
    }

    /// The answer for a patient as known at the end of a day.
    public Answer answer(Snapshot snapshot, Clinic clinic, LocalDate today) {
        Protocol protocol = protocol(snapshot, clinic);
        Content rests = content.forProposal(protocol);
        String hash = Sha256.hex(String.join(
                "\n",
                RelapseModel.VERSION,
                PriorName.of(rests.prior()),
                protocol.id() + " " + protocol.version(),
                rests.instrument().id() + " " + rests.instrument().version(),
                Double.toString(clinic.riskLimit()),
                today.toString(),
                snapshot.factsHash(),
                snapshot.agreement().map(each -> each.id().toString()).orElse("")));
        if (answers.size() > REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(hash, _ -> compute(snapshot, rests, clinic, today, hash));
    }

    /// Why an answer is what it is; empty where there is no forecast to explain.
    public Optional<Explanation> explanation(Snapshot snapshot, Clinic clinic, LocalDate today) {
        Answer answer = answer(snapshot, clinic, today);
        if (explanations.size() > REMEMBERED) {
            explanations.clear();
        }
        return explanations.computeIfAbsent(
                answer.inputHash(),
                _ -> Explanation.of(
                        answer.content(),
                        snapshot.course(answer.content().instrument().id()),
                        new Objective.WithinRisk(clinic.riskLimit()),
                        (int) today.toEpochDay()));
    }

    private Protocol protocol(Snapshot snapshot, Clinic clinic) {
        return protocols
                .findOrLatest(clinic.id(), snapshot.protocol(), snapshot.version())
                .or(() -> protocols.latest(clinic.id(), new ProtocolId(clinic.protocol())))
                .orElseThrow(() -> new IllegalStateException(
                        "the content files hold no protocol " + snapshot.protocol()));
    }

    private static Answer compute(
            Snapshot snapshot, Content content, Clinic clinic, LocalDate today, String hash) {
        Course course = snapshot.course(content.instrument().id());
        int asOf = (int) today.toEpochDay();
        Course known = course.until(asOf);
        Posterior posterior =
                RelapseModel.posterior(known, content.instrument(), content.prior(), asOf);
        Optional<AgreementState> agreed = snapshot.agreement()
                .map(each -> AgreementState.of(each.what(), content, known, posterior, asOf));
        BoosterProposal alone = BoosterPlanner.propose(
                content, known, new Objective.WithinRisk(clinic.riskLimit()), asOf);
        BoosterProposal proposal = agreed.map(each -> each.over(alone)).orElse(alone);
        return new Answer(
                today,
                content,
                posterior,
                proposal,
                agreed,
                SafetyRules.review(
                        known, content.protocol(), content.instrument(), content.limits(), asOf),
                bounds(proposal, content.protocol(), known, today),
                hash);
    }

    private static Optional<Answer.Bounds> bounds(
            BoosterProposal proposal, Protocol protocol, Course known, LocalDate today) {
        if (proposal instanceof BoosterProposal.Book book) {
            return Optional.of(new Answer.Bounds(
                    LocalDate.ofEpochDay(book.earliest()), LocalDate.ofEpochDay(book.latest())));
        }
        return protocol.maintenance()
                .flatMap(maintenance -> known.latestAdministration()
                        .map(last -> bounds(
                                maintenance.bounds(), LocalDate.ofEpochDay(last.day()), today)));
    }

    private static Answer.Bounds bounds(IntervalBounds interval, LocalDate last, LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate first = last.plusDays(interval.minimumDays().value());
        LocalDate earliest = first.isBefore(tomorrow) ? tomorrow : first;
        LocalDate end = last.plusDays(interval.maximumDays().value());
        return new Answer.Bounds(earliest, end.isBefore(earliest) ? earliest : end);
    }
}
