package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.RandomProtocols;

/// Nobody is proposed a treatment by a protocol that is only for reference.
final class ReferencePropertyTest {
    @Provide
    Arbitrary<Protocol> protocols() {
        return RandomProtocols.protocols();
    }

    @Property(tries = 200)
    void aReferenceNeverBecomesTheContentOfAProposal(@ForAll("protocols") Protocol protocol) {
        if (protocol.mayEnrol()) {
            assertThat(Protocols.content(protocol).protocol()).isEqualTo(protocol);
            assertThat(protocol.whyNotEnrol()).isEmpty();
        } else {
            assertThatThrownBy(() -> Protocols.content(protocol))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("random is for reference only: random");
        }
    }
}
