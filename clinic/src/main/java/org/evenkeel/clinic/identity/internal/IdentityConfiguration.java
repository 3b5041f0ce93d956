package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.identity.SessionLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// The settings of this module.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionLimits.class, ProviderSettings.class})
class IdentityConfiguration {}
