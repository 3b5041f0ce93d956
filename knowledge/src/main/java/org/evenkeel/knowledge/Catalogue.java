package org.evenkeel.knowledge;

import org.evenkeel.core.booster.BoosterSettings;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.eligibility.Maudsley;
import org.evenkeel.core.eligibility.MghStaging;
import org.evenkeel.core.eligibility.Resistance;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.forecast.CircumstanceRules;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Plausible;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Ladder;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.safety.ExposureLimits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The clinical content that ships with the program.
///
/// Only what is asked for is read, once. A shipped file with a problem stops the program:
/// it must never run on half of its content.
public final class Catalogue {
    private static final String PROTOCOLS = "protocols/";
    private static final String INSTRUMENTS = "instruments/";
    private static final String RULES = "rules/";
    private static final String PRIORS = "priors/";
    private static final String MODELS = "models/";
    private static final String EFFECTS = "effects/";
    private static final String HISTORY = "history/";
    private static final String ELIGIBILITY = "eligibility/";
    private static final String SUPERVISIONS = "supervision/";
    private static final String LADDERS = "ladders/";
    private static final String CONSENT = "consent/";
    private static final String SOURCES = "sources/";

    /// Ids of all sources, one a line; each is the name of its file. A test compares it with the
    /// folder.
    private static final String SOURCE_INDEX = SOURCES + "index.txt";

    private static final List<String> RULE_FILES =
            List.of("booster", "circumstances", "exposure", "follow-up");

    /// Ids of the protocols; each is the name of its file. A test compares it with the
    /// folder.
    private static final List<ProtocolId> PROTOCOL_IDS = List.of(
            new ProtocolId("ketamine-iv.murrough2013"),
            new ProtocolId("ketamine-iv.messer2010"),
            new ProtocolId("ketamine-iv.singh2016-2x"),
            new ProtocolId("ketamine-iv.singh2016-3x"),
            new ProtocolId("esketamine-in.us-label"),
            new ProtocolId("ketamine-iv.adaptive"),
            new ProtocolId("ketamine-iv.elektd2023"),
            new ProtocolId("ketamine-iv.phillips2019"),
            new ProtocolId("ketamine-iv.sakurai2020"),
            new ProtocolId("ketamine-iv.oliver2022"),
            new ProtocolId("ketamine-iv.garel2023"),
            new ProtocolId("esketamine-in.us-label-mdsi"),
            new ProtocolId("esketamine-in.daly2019"),
            new ProtocolId("esketamine-in.zajecka2024"),
            new ProtocolId("ketamine-sc.loo2023"),
            new ProtocolId("ketamine-im.practice"),
            new ProtocolId("ketamine-im.kap"),
            new ProtocolId("ketamine-po.kheirabadi2023"),
            new ProtocolId("ketamine-iv.feder2021"),
            new ProtocolId("ketamine-iv.rodriguez2013"),
            new ProtocolId("ketamine-iv.taylor2018"),
            new ProtocolId("ketamine-sc.glue2017"),
            new ProtocolId("ketamine-iv.abdallah2022"),
            new ProtocolId("ketamine-po.glue2024"),
            new ProtocolId("ketamine-po.alshirawi2017"),
            new ProtocolId("ketamine-sl.lara2013"),
            new ProtocolId("ketamine-sl.hull2022"),
            new ProtocolId("esketamine-iv.wang2024"),
            new ProtocolId("midazolam-iv.feder2021"));

    /// Files of the instruments by id; the name adds whom the content follows.
    private static final List<InstrumentId> INSTRUMENT_IDS = List.of(
            new InstrumentId("phq-9"),
            new InstrumentId("gad-7"),
            new InstrumentId("qids-sr16"),
            new InstrumentId("madrs"),
            new InstrumentId("bdi-ii"));

    /// Ids of the models of drugs in plasma; each is the name of its file.
    private static final List<String> MODEL_IDS =
            List.of("ketamine.domino1984", "ketamine.kamp2020", "esketamine.perez-ruixo2021");

    /// Files of what a drug does while it is there, by drug.
    private static final Map<String, String> EFFECT_FILES =
            Map.of("ketamine", "ketamine-effects.default");

    /// Ids of the rules of adequate trials; `adequacy.` and the id is the name of the file.
    private static final List<String> ADEQUACY_IDS = List.of("mgh-atrq", "athf-sf");

    /// Files of the packs of eligibility rules, in the order they are asked: their id, and the
    /// version where it is not the first.
    private static final List<String> RULE_PACK_IDS = List.of(
            "contraindications",
            "contraindications.2",
            "contraindications.3",
            "contraindications.eu",
            "cautions",
            "cautions.2",
            "interactions",
            "interactions.2",
            "trd.us-label",
            "trd.lifetime-two",
            "trd.episode-three",
            "trd.elekt-d",
            "trd.elekt-d.2");

    /// Ids of the rules of supervision; each is the name of its file.
    private static final List<String> SUPERVISION_IDS = List.of(
            "iv-racemic", "iv-montreal", "injection-racemic", "oral-racemic", "esketamine-nasal");

    /// Ids of the templates of schedules, in the order they are shown; each is the name of its
    /// file.
    private static final List<String> LADDER_IDS =
            List.of("ladder-a", "ladder-b", "ladder-c", "ladder-d", "ladder-e", "ladder-f");

    /// Ids of the files of consent texts; each is the name of its file.
    private static final List<String> CONSENT_IDS = List.of("ketamine.en", "esketamine.en");

    private static final Map<String, String> INSTRUMENT_FILES = Map.of(
            "phq-9", "phq-9.kroenke2001",
            "gad-7", "gad-7.spitzer2006",
            "qids-sr16", "qids-sr16.rush2003",
            "madrs", "madrs.montgomery1979",
            "bdi-ii", "bdi-ii.beck1996");

    private static final Catalogue SHIPPED = new Catalogue();

    private final Map<String, Object> read = new ConcurrentHashMap<>();

    private Catalogue() {}

    /// The catalogue of this program.
    public static Catalogue shipped() {
        return SHIPPED;
    }

    /// Ids of all protocols, in the order they are shown.
    public List<ProtocolId> protocolIds() {
        return PROTOCOL_IDS;
    }

    /// Ids of all instruments, in the order they are shown.
    public List<InstrumentId> instrumentIds() {
        return INSTRUMENT_IDS;
    }

    public List<Protocol> protocols() {
        return PROTOCOL_IDS.stream().map(this::shipped).toList();
    }

    public List<Instrument> instruments() {
        return INSTRUMENT_IDS.stream().map(this::shipped).toList();
    }

    /// A protocol by its id; empty when there is none.
    public Optional<Protocol> protocol(ProtocolId id) {
        return PROTOCOL_IDS.contains(id) ? Optional.of(shipped(id)) : Optional.empty();
    }

    /// The text of a protocol's file; empty when there is none.
    public Optional<String> protocolText(ProtocolId id) {
        return PROTOCOL_IDS.contains(id)
                ? Optional.of(new String(bytes(PROTOCOLS + id + ".yaml"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// The text of the rules of supervision with an id; empty when there are none.
    public Optional<String> supervisionText(String id) {
        return SUPERVISION_IDS.contains(id)
                ? Optional.of(
                        new String(bytes(SUPERVISIONS + id + ".yaml"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// An instrument by its id; empty when there is none.
    public Optional<Instrument> instrument(InstrumentId id) {
        return INSTRUMENT_IDS.contains(id) ? Optional.of(shipped(id)) : Optional.empty();
    }

    /// The settings a clinic starts with.
    public BoosterSettings boosterSettings() {
        return once(RULES + "booster", RuleFiles::booster, BoosterSettings.class);
    }

    /// The limits of tolerance and exposure.
    public ExposureLimits exposureLimits() {
        return once(RULES + "exposure", RuleFiles::exposure, ExposureLimits.class);
    }

    /// How concurrent treatments lean a prior.
    public CircumstanceRules circumstances() {
        return once(RULES + "circumstances", RuleFiles::circumstances, CircumstanceRules.class);
    }

    /// What agreements about the coming weeks start from.
    public FollowUpSettings followUpSettings() {
        return once(RULES + "follow-up", RuleFiles::followUp, FollowUpSettings.class);
    }

    /// The population prior for an instrument.
    ///
    /// Only the PHQ-9 has one of its own. For another instrument it is stretched so that
    /// the two lines of being unwell meet, with that instrument's own error of measurement.
    public Prior prior(Instrument instrument) {
        Prior own = once(PRIORS + "phq-9.population", PriorFile::read, Prior.class);
        if (own.instrument().equals(instrument.id().value())) {
            return own;
        }
        Instrument stated = shipped(new InstrumentId(own.instrument()));
        double factor = instrument.definitions().unwellFrom().value()
                / (double) stated.definitions().unwellFrom().value();
        return own.rescaled(
                instrument.id().value(),
                factor,
                instrument.definitions().standardError().value());
    }

    /// Ids of all models of drugs in plasma.
    public List<String> modelIds() {
        return MODEL_IDS;
    }

    /// A model of a drug in plasma by its id; empty when there is none.
    public Optional<PharmacokineticModel> model(String id) {
        return MODEL_IDS.contains(id)
                ? Optional.of(once(MODELS + id, ModelFile::read, PharmacokineticModel.class))
                : Optional.empty();
    }

    /// What a drug does to blood pressure and awareness; empty where nothing is known.
    public Optional<AcuteEffects> effects(String drug) {
        return Optional.ofNullable(EFFECT_FILES.get(drug))
                .map(file -> once(EFFECTS + file, EffectFile::read, AcuteEffects.class));
    }

    /// What a chart may speak of.
    public Vocabulary vocabulary() {
        return once(HISTORY + "vocabulary", HistoryFiles::vocabulary, Vocabulary.class);
    }

    /// Ids of the rules of adequate trials.
    public List<String> adequacyIds() {
        return ADEQUACY_IDS;
    }

    /// When a trial of an antidepressant counts, by the id of the rule; empty when there is none.
    public Optional<Adequacy> adequacy(String id) {
        return ADEQUACY_IDS.contains(id)
                ? Optional.of(
                        once(HISTORY + "adequacy." + id, HistoryFiles::adequacy, Adequacy.class))
                : Optional.empty();
    }

    /// The definitions of treatment resistance, in the order they are shown.
    public List<Resistance> resistances() {
        return once(HISTORY + "resistance", staging()::resistance, Resistances.class)
                .all();
    }

    /// The Maudsley Staging Method.
    public Maudsley maudsley() {
        return once(HISTORY + "maudsley", staging()::maudsley, Maudsley.class);
    }

    /// The staging of the Massachusetts General Hospital.
    public MghStaging mghStaging() {
        return once(HISTORY + "mgh-staging", staging()::mgh, MghStaging.class);
    }

    /// What a body can have.
    public Plausible plausible() {
        return once(HISTORY + "plausible", staging()::plausible, Plausible.class);
    }

    /// What is looked at before a first treatment.
    public WorkUp workUp() {
        return once(
                ELIGIBILITY + "work-up",
                new WorkUpFile(conditions(), vocabulary())::read,
                WorkUp.class);
    }

    /// Reads scales of stages that speak of what ships.
    StagingFile staging() {
        return new StagingFile(vocabulary(), adequacies());
    }

    /// All packs of eligibility rules with all their versions, in the order they are asked.
    public List<RulePack> rulePacks() {
        EligibilityFile reader = eligibility();
        return RULE_PACK_IDS.stream()
                .map(id -> once(ELIGIBILITY + id, reader::read, RulePack.class))
                .toList();
    }

    /// Rules of supervision by id.
    public Map<String, Supervision> supervisions() {
        SupervisionFile reader = new SupervisionFile(this::conditions);
        Map<String, Supervision> found = new HashMap<>();
        SUPERVISION_IDS.forEach(
                id -> found.put(id, once(SUPERVISIONS + id, reader::read, Supervision.class)));
        return Map.copyOf(found);
    }

    /// Templates of schedules.
    public List<Ladder> ladders() {
        ScheduleFile reader = new ScheduleFile(this::conditions);
        return LADDER_IDS.stream()
                .map(id -> once(LADDERS + id, reader::ladder, Ladder.class))
                .toList();
    }

    /// The texts that patients agree to, each for one use.
    public List<ConsentText> consentTexts() {
        return CONSENT_IDS.stream()
                .flatMap(id -> once(CONSENT + id, ConsentFile::read, List.class).stream())
                .map(ConsentText.class::cast)
                .toList();
    }

    /// Reads rules of eligibility that speak of what ships.
    EligibilityFile eligibility() {
        return new EligibilityFile(conditions());
    }

    /// Reads protocols that may name what ships.
    ProtocolFile protocolFile() {
        return new ProtocolFile(this::supervisions, this::conditions);
    }

    /// Reads conditions that speak of what ships.
    ConditionFile conditions() {
        MedicineGroups groups =
                once(HISTORY + "medicines", HistoryFiles::medicines, MedicineGroups.class);
        return new ConditionFile(vocabulary(), adequacies(), groups.ingredients());
    }

    private Map<String, Adequacy> adequacies() {
        Map<String, Adequacy> adequacies = new HashMap<>();
        ADEQUACY_IDS.forEach(id -> adequacies.put(id, adequacy(id).orElseThrow()));
        return adequacies;
    }

    /// What stands behind the citations of the shipped content.
    public Sources sources() {
        return (Sources) read.computeIfAbsent(SOURCES, _ -> readSources());
    }

    private Sources readSources() {
        SourceFile reader = sourceFile();
        List<Source> all = new ArrayList<>();
        reader.known().forEach(id -> all.add(load(SOURCES + id + ".yaml", reader::read)));
        return new Sources(all, citations());
    }

    /// Everything in the shipped files that names a source, by file.
    Map<String, Citations> citations() {
        Map<String, Citations> citations = new LinkedHashMap<>();
        for (String file : files()) {
            Section.Reader<Citations> reader = content -> content.citations(Kind.of(content));
            citations.put(file, load(file + ".yaml", reader));
        }
        return citations;
    }

    /// Reads sources that may name those that ship.
    SourceFile sourceFile() {
        String index = new String(bytes(SOURCE_INDEX), StandardCharsets.UTF_8);
        return new SourceFile(new TreeSet<>(index.lines().toList()));
    }

    /// Names of all shipped files but those of sources, in the order they are shown.
    static List<String> files() {
        List<String> files = new ArrayList<>();
        PROTOCOL_IDS.forEach(id -> files.add(PROTOCOLS + id));
        LADDER_IDS.forEach(id -> files.add(LADDERS + id));
        SUPERVISION_IDS.forEach(id -> files.add(SUPERVISIONS + id));
        CONSENT_IDS.forEach(id -> files.add(CONSENT + id));
        RULE_PACK_IDS.forEach(id -> files.add(ELIGIBILITY + id));
        ADEQUACY_IDS.forEach(id -> files.add(HISTORY + "adequacy." + id));
        files.addAll(List.of(
                HISTORY + "medicines",
                HISTORY + "vocabulary",
                HISTORY + "resistance",
                HISTORY + "maudsley",
                HISTORY + "mgh-staging",
                HISTORY + "plausible",
                ELIGIBILITY + "work-up"));
        RULE_FILES.forEach(id -> files.add(RULES + id));
        files.add(PRIORS + "phq-9.population");
        INSTRUMENT_IDS.forEach(id ->
                files.add(INSTRUMENTS + INSTRUMENT_FILES.getOrDefault(id.value(), id.value())));
        MODEL_IDS.forEach(id -> files.add(MODELS + id));
        EFFECT_FILES.values().forEach(id -> files.add(EFFECTS + id));
        return files;
    }

    private Protocol shipped(ProtocolId id) {
        return once(PROTOCOLS + id, protocolFile()::read, Protocol.class);
    }

    private Instrument shipped(InstrumentId id) {
        String file = INSTRUMENT_FILES.getOrDefault(id.value(), id.value());
        return once(INSTRUMENTS + file, InstrumentFile::read, Instrument.class);
    }

    private <T> T once(String name, Section.Reader<T> reader, Class<T> type) {
        // A file may need others while it is read, which computing inside the map forbids; read
        // twice at the same moment it comes to the same.
        if (!read.containsKey(name)) {
            read.putIfAbsent(name, load(name + ".yaml", reader));
        }
        return type.cast(Objects.requireNonNull(read.get(name)));
    }

    private static <T> T load(String name, Section.Reader<T> reader) {
        return switch (Document.readShipped(name, bytes(name), reader)) {
            case Content.Loaded<T>(T value) -> value;
            case Content.Wrong<T>(List<Problem> problems) ->
                throw new IllegalStateException(
                        "shipped content is wrong: " + problems.getFirst().words());
        };
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("shipped content is missing: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
