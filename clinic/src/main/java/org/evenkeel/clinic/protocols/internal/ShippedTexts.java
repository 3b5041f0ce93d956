package org.evenkeel.clinic.protocols.internal;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Edition.Origin;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The texts that ship with this program, and those that shipped with an earlier one.
///
/// Each is kept at the first start that has it. Where a later program brings another text under the
/// same version, the kept one holds: it is the one patients began on.
@Component
public class ShippedTexts implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedTexts.class);

    private final JdbcClient database;
    private final InstantSource clock;
    private volatile List<Edition> current;

    ShippedTexts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        Catalogue catalogue = Catalogue.shipped();
        this.current = catalogue.protocolIds().stream()
                .map(id -> edition(
                        id,
                        catalogue.protocol(id).orElseThrow().version(),
                        catalogue.protocolText(id).orElseThrow()))
                .toList();
    }

    /// Those of this program, in the order they are shown.
    public List<Edition> current() {
        return current;
    }

    /// One of them by its id here.
    public Optional<Edition> find(UUID id) {
        return current.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .or(() -> kept("id = :id", "id", id));
    }

    /// One of them by its name.
    public Optional<Edition> find(ProtocolId protocol, String version) {
        return find(id(protocol, version));
    }

    @Override
    public void afterSingletonsInstantiated() {
        current = current.stream().map(this::keep).toList();
    }

    /// Answers what holds: the text that is kept, also where this program brings another.
    private Edition keep(Edition edition) {
        database.sql("""
                        insert into protocols.shipped (id, protocol, version, content, sha256,
                                                       kept_at)
                        values (:id, :protocol, :version, :content, :hash, :at)
                        on conflict do nothing
                        """)
                .param("id", edition.id())
                .param("protocol", edition.protocol().value())
                .param("version", edition.version())
                .param("content", edition.text())
                .param("hash", Sha256.of(edition.text()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        Edition kept = kept("id = :id", "id", edition.id()).orElseThrow();
        if (!kept.sha256().equals(edition.sha256())) {
            LOG.warn(
                    "{} version {} ships with another text than this clinic first had; the first"
                            + " one holds, a changed text needs a new version",
                    edition.protocol(),
                    edition.version());
        }
        return kept;
    }

    private Optional<Edition> kept(String where, String name, Object value) {
        return database.sql("select id, protocol, version, content, sha256 from protocols.shipped"
                        + " where " + where)
                .param(name, value)
                .query(ShippedTexts::edition)
                .optional();
    }

    private static Edition edition(ResultSet row, int index) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                new ProtocolId(row.getString("protocol")),
                row.getString("version"),
                Origin.SHIPPED,
                Life.PUBLISHED,
                1,
                row.getString("content"),
                HexFormat.of().formatHex(row.getBytes("sha256")));
    }

    private static Edition edition(ProtocolId protocol, String version, String text) {
        return new Edition(
                id(protocol, version),
                protocol,
                version,
                Origin.SHIPPED,
                Life.PUBLISHED,
                1,
                text,
                Sha256.hex(text));
    }

    /// The same in every clinic and after every start.
    private static UUID id(ProtocolId protocol, String version) {
        return UUID.nameUUIDFromBytes(
                ("shipped protocol " + protocol + " " + version).getBytes(StandardCharsets.UTF_8));
    }
}
