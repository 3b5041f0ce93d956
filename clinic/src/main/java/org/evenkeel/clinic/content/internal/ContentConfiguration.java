package org.evenkeel.clinic.content.internal;

import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.knowledge.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The content shipped with the program, read at start: wrong content stops the start.
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    private static final String CAUTIONS = "cautions";

    @Bean
    ConsentContent consentContent() {
        return new ConsentContent(
                Catalogue.shipped().consentTexts(),
                Catalogue.shipped().rulePacks().stream()
                        .filter(pack -> pack.id().equals(CAUTIONS))
                        .toList());
    }

    @Bean
    ClinicContent content() {
        Catalogue shipped = Catalogue.shipped();
        return new ClinicContent(
                shipped.instruments(),
                shipped.protocols(),
                shipped.prior(shipped.instrument(ClinicContent.FORECAST_BY).orElseThrow()),
                shipped.boosterSettings(),
                shipped.exposureLimits(),
                shipped.followUpSettings());
    }

    @Bean
    EligibilityContent eligibilityContent() {
        Catalogue shipped = Catalogue.shipped();
        return new EligibilityContent(
                shipped.vocabulary(),
                shipped.plausible(),
                shipped.adequacyIds().stream()
                        .map(id -> shipped.adequacy(id).orElseThrow())
                        .toList(),
                shipped.rulePacks(),
                shipped.resistances(),
                shipped.maudsley(),
                shipped.mghStaging(),
                shipped.workUp());
    }
}
