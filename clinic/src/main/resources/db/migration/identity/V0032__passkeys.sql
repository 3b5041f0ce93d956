-- Passkeys: what is needed to check an answer to a challenge. None of it is secret.
create table identity.passkey (
    credential_id      bytea       primary key,
    person_id          uuid        not null references access.person,
    public_key         bytea       not null,
    attestation        bytea       not null,
    signature_count    bigint      not null,
    is_backup_eligible boolean     not null,
    is_backed_up       boolean     not null,
    transports         text        not null,
    label              text        not null,
    added_at           timestamptz not null,
    used_at            timestamptz not null,
    ended_at           timestamptz
);
create index on identity.passkey (person_id) where ended_at is null;
grant select, insert on identity.passkey to evenkeel_app;
grant update (signature_count, is_backed_up, used_at, ended_at) on identity.passkey to evenkeel_app;
