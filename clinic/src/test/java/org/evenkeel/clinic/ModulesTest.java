package org.evenkeel.clinic;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesCallEachOtherOnlyAsTheySay() {
        ApplicationModules.of(ClinicApplication.class).verify();
    }
}
