package org.evenkeel.knowledge;

import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.protocol.Protocol;

/// Any content file, told apart by what it says it is.
///
/// @param kind what it is about
/// @param id its id
/// @param version its version
public record ContentFile(Kind kind, String id, String version) {

    /// Content files are a few KiB; a larger one is not one.
    public static final int MAX_BYTES = 256 * 1024;

    /// Checks a file as strictly as the catalogue does.
    ///
    /// @param file its name, for problems
    /// @param bytes what is in it
    public static Content<ContentFile> check(String file, byte[] bytes) {
        return Document.read(file, bytes, ContentFile::read);
    }

    /// Checks a file and has somebody watch what is asked of it.
    static Content<ContentFile> check(String file, byte[] bytes, Shapes shapes) {
        return Document.watched(file, bytes, ContentFile::read, shapes);
    }

    /// Reads a protocol that is not among the shipped ones.
    public static Content<Protocol> protocol(String file, byte[] bytes) {
        return Document.read(file, bytes, Catalogue.shipped().protocolFile()::read);
    }

    /// Reads a population prior that is not the shipped one.
    public static Content<Prior> prior(String file, byte[] bytes) {
        return Document.read(file, bytes, PriorFile::read);
    }

    private static ContentFile read(Section file) throws Unreadable {
        Kind kind = Kind.of(file);
        switch (kind) {
            case PROTOCOL -> Catalogue.shipped().protocolFile().read(file);
            case INSTRUMENT -> InstrumentFile.read(file);
            case BOOSTER_SETTINGS -> RuleFiles.booster(file);
            case EXPOSURE_LIMITS -> RuleFiles.exposure(file);
            case CIRCUMSTANCES -> RuleFiles.circumstances(file);
            case FOLLOW_UP_SETTINGS -> RuleFiles.followUp(file);
            case PRIOR -> PriorFile.read(file);
            case PHARMACOKINETIC_MODEL -> ModelFile.read(file);
            case EFFECT_MODEL -> EffectFile.read(file);
            case VOCABULARY -> HistoryFiles.vocabulary(file);
            case MEDICINE_GROUPS -> HistoryFiles.medicines(file);
            case ADEQUACY -> HistoryFiles.adequacy(file);
            case SOURCE -> Catalogue.shipped().sourceFile().read(file);
            case PLAUSIBLE_RANGES -> Catalogue.shipped().staging().plausible(file);
            case RESISTANCE -> Catalogue.shipped().staging().resistance(file);
            case MAUDSLEY_STAGING -> Catalogue.shipped().staging().maudsley(file);
            case MGH_STAGING -> Catalogue.shipped().staging().mgh(file);
            case WORK_UP ->
                new WorkUpFile(
                                Catalogue.shipped().conditions(),
                                Catalogue.shipped().vocabulary())
                        .read(file);
            case ELIGIBILITY_RULES -> Catalogue.shipped().eligibility().read(file);
            case SUPERVISION -> new SupervisionFile(Catalogue.shipped()::conditions).read(file);
            case LADDER -> new ScheduleFile(Catalogue.shipped()::conditions).ladder(file);
            case CONSENT -> ConsentFile.read(file);
        }
        return new ContentFile(kind, file.text("id"), file.text("version"));
    }
}
