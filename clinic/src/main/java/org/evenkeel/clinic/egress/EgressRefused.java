package org.evenkeel.clinic.egress;

import java.io.IOException;

/// A question that must not be asked, or an answer that must not be taken.
public final class EgressRefused extends IOException {
    private static final long serialVersionUID = 1L;

    EgressRefused(String why) {
        super(why);
    }
}
