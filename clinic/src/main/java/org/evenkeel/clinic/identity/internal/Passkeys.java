package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.internal.Ceremonies.Ceremony;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.MapPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Making and using passkeys. The one who holds it is always verified, so a passkey is worth two
/// factors. Challenges are ceremonies: good for ten minutes, in one browser, once.
@Component
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int CHALLENGE_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyTable table;
    private final Ceremonies ceremonies;
    private final PublicAddress address;
    private final Accounts accounts;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Passkeys(
            PasskeyTable table,
            Ceremonies ceremonies,
            PublicAddress address,
            Accounts accounts,
            People people,
            Audit audit,
            TransactionTemplate transactions) {
        this.table = table;
        this.ceremonies = ceremonies;
        this.address = address;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// A person's passkeys, the oldest first.
    public List<CredentialRecord> of(UUID personId) {
        return table.findByUserId(PasskeyTable.handle(personId));
    }

    /// Ends one of a person's passkeys.
    @Transactional
    public void end(Person person, String credentialId) {
        of(person.id()).stream()
                .map(CredentialRecord::getCredentialId)
                .filter(id -> id.toBase64UrlString().equals(credentialId))
                .forEach(id -> {
                    table.delete(id);
                    audit.done(person.actor(), new Act("end-passkey", "person", person.id()));
                });
    }

    /// Ends all of a person's passkeys.
    public void endAll(UUID personId) {
        table.endAll(personId);
    }

    /// What the browser needs to ask for any passkey of this clinic, as JSON.
    public String challenge(HttpServletRequest request) {
        byte[] challenge = Secret.bytes(CHALLENGE_BYTES);
        ceremonies.remember(Kind.PASSKEY, challenge, request);
        return JSON.writeValueAsString(requestOptions(challenge));
    }

    /// Whose passkey answered the challenge; nothing where the answer is not right.
    ///
    /// @param answer what the browser sent, as JSON
    public Optional<Person> answered(String answer, HttpServletRequest request) {
        Optional<Ceremony> ceremony =
                ceremonies.find(Kind.PASSKEY, request).filter(ceremonies::finish);
        return ceremony.flatMap(each -> check(answer, each.value(), request))
                .flatMap(people::find)
                .filter(person -> !accounts.isDisabled(person.id()));
    }

    private Optional<UUID> check(String answer, byte[] challenge, HttpServletRequest request) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            CredentialRecord known = table.findByCredentialId(credential.getRawId());
            if (known == null) {
                return Optional.empty();
            }
            operations(holder(known), request)
                    .authenticate(new RelyingPartyAuthenticationRequest(
                            requestOptions(challenge), credential));
            return Optional.of(PasskeyTable.personId(known.getUserEntityUserId()));
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.util.exception.WebAuthnException wrong) {
            LOG.warn("passkey refused: {}", wrong.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// What the browser needs to make a passkey for somebody, as JSON.
    public String newChallenge(Person person, HttpServletRequest request) {
        byte[] challenge = Secret.bytes(CHALLENGE_BYTES);
        ceremonies.remember(Kind.NEW_PASSKEY, challenge, request);
        return JSON.writeValueAsString(creationOptions(person, challenge));
    }

    /// Takes a new passkey in; false where the answer is not right.
    public boolean add(Person person, String answer, HttpServletRequest request) {
        Optional<Ceremony> ceremony =
                ceremonies.find(Kind.NEW_PASSKEY, request).filter(ceremonies::finish);
        if (ceremony.isEmpty()) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            transactions.executeWithoutResult(_ -> {
                operations(user(person), request)
                        .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                creationOptions(person, ceremony.get().value()),
                                new RelyingPartyPublicKey(credential, "Passkey")));
                audit.done(person.actor(), new Act("enrol-passkey", "person", person.id()));
            });
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.util.exception.WebAuthnException wrong) {
            LOG.warn("new passkey refused: {}", wrong.getClass().getSimpleName());
            return false;
        }
        return true;
    }

    private Webauthn4JRelyingPartyOperations operations(
            PublicKeyCredentialUserEntity user, HttpServletRequest request) {
        MapPublicKeyCredentialUserEntityRepository users =
                new MapPublicKeyCredentialUserEntityRepository();
        users.save(user);
        return new Webauthn4JRelyingPartyOperations(
                users, table, party(), Set.of(address.origin(request)));
    }

    /// Who holds a passkey, as far as checking its answer needs to know.
    private static PublicKeyCredentialUserEntity holder(CredentialRecord passkey) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(passkey.getUserEntityUserId())
                .name(PasskeyTable.personId(passkey.getUserEntityUserId()).toString())
                .displayName("")
                .build();
    }

    private PublicKeyCredentialUserEntity user(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyTable.handle(person.id()))
                .name(accounts.nameOf(person.id()).orElse(person.role().words()))
                .displayName(person.name())
                .build();
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder()
                .id(address.host())
                .name("Evenkeel")
                .build();
    }

    private PublicKeyCredentialRequestOptions requestOptions(byte[] challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(address.host())
                .timeout(PATIENCE)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private PublicKeyCredentialCreationOptions creationOptions(Person person, byte[] challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(user(person))
                .challenge(new Bytes(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(of(person.id()).stream()
                        .map(each -> PublicKeyCredentialDescriptor.builder()
                                .id(each.getCredentialId())
                                .transports(each.getTransports())
                                .build())
                        .toList())
                .timeout(PATIENCE)
                .build();
    }
}
