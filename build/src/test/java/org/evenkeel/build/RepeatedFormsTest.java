package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A form sent twice is carried out once: whatever takes a form asks whether its key was taken
/// before, or stands here with the reason why a second time does no harm.
class RepeatedFormsTest {
    private static final String POST = "org.springframework.web.bind.annotation.PostMapping";
    private static final String AUDIT = "org.evenkeel.clinic.audit.Audit";

    /// Handlers that ask for no key, and why a second time does no harm.
    private static final Map<String, String> WITHOUT_KEY = reasons("""
            AccountController.app        a code of the app passes once
            AccountController.codes      the codes shown last hold, the others end
            AccountController.endLink    it stays ended
            AccountController.endOthers  they stay ended
            AccountController.endPasskey it stays ended
            AccountController.pin        the same PIN again
            CareTeamController.change    who is in the team stays in it, who is out stays out
            ConfirmController.confirm    a code passes once, a password proves the same again
            ConsentController.sign       what was shown is signed once, the patient locked
            DosesController.sign         a person signs a dose once, the patient locked
            EditorController.picture     it draws and keeps nothing
            EmergenciesController.review an opening is looked into once
            HistoryController.trial      it shows what would follow and keeps nothing
            ImportController.open        what was sent waits and is not saved
            ImportController.save        what waits is saved once, by its id
            InvitationController.choose  a link works once
            LimitsController.confirm     the figures in force are confirmed once, the clinic locked
            LockController.here          the person is there
            LockController.lock          it stays locked
            LockController.unlock        it stays open
            MachineController.save       its header holds a key, the id of the import
            MachinesController.revoke    it stays revoked
            OwnConsentController.sign    what was shown is signed once, the patient locked
            PasskeyController.add        a challenge is answered once
            PasskeyController.confirm    a challenge is answered once
            PasskeyController.first      a challenge is answered once
            PasskeyController.firstOptions a challenge alone changes nothing
            PasskeyController.newOptions a challenge alone changes nothing
            PasskeyController.options    a challenge alone changes nothing
            PasskeyController.signIn     a challenge is answered once
            PatientAccountController.change a patient has one account, and the link made last holds
            PeopleController.change      somebody is what they were set to; the last link holds
            PeopleController.invite      a name to sign in with is given once
            PlacesController.go          who has moved is there
            PlanController.sign          what was shown is signed once, the patient locked
            ProtocolController.back      a step leads on from the text and the stage that was seen
            ProtocolController.discard   a step leads on from the text and the stage that was seen
            ProtocolController.publish   a step leads on from the text and the stage that was seen
            ProtocolController.retire    a step leads on from the text and the stage that was seen
            ProtocolController.review    a step leads on from the text and the stage that was seen
            ProtocolController.sign      a step leads on from the text and the stage that was seen
            SetUpController.make         a link works once
            SignInController.code        a code passes once
            SignInController.enrol       a code of the app passes once
            SignInController.password    the browser is left with one session
            """);

    @Test
    void aFormSentTwiceIsCarriedOutOnceOrDoesNoHarm() {
        Set<String> keyless = handlers().entrySet().stream()
                .filter(each -> !asksForKey(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(handlers()).hasSizeGreaterThan(60);
        assertThat(keyless)
                .as("handlers of forms without a key, against those that need none")
                .isEqualTo(new TreeSet<>(WITHOUT_KEY.keySet()));
        assertThat(WITHOUT_KEY.values()).allMatch(reason -> reason.contains(" "));
    }

    /// Lines of a handler and, after it, its reason.
    private static Map<String, String> reasons(String lines) {
        return lines.lines()
                .collect(Collectors.toMap(
                        line -> line.replaceFirst(" .*", ""),
                        line -> line.replaceFirst("\\S+ +(?=\\S)", "")));
    }

    private static Map<String, JavaMethod> handlers() {
        Map<String, JavaMethod> handlers = new TreeMap<>();
        for (JavaClass type : ArchitectureTest.CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(POST)) {
                    handlers.put(type.getSimpleName() + "." + method.getName(), method);
                }
            }
        }
        return handlers;
    }

    /// Whether a method leads to the question, by calls and by references to methods.
    private static boolean asksForKey(JavaMethod handler) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(handler));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getOwner().getName().equals(AUDIT) && unit.getName().equals("isKnown")) {
                return true;
            }
            targets(unit)
                    .flatMap(target -> target.resolveMember().stream())
                    .filter(called -> called.getOwner().getName().startsWith("org.evenkeel.clinic"))
                    .forEach(open::push);
        }
        return false;
    }

    private static Stream<? extends CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
                unit.getCodeUnitReferencesFromSelf().stream()
                        .map(reference -> reference.getTarget()));
    }
}
