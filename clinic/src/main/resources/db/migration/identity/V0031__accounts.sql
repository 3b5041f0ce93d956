-- Accounts and their factors. History is kept: the latest row of a person counts.
create table identity.account (
    person_id    uuid        primary key references access.person,
    sign_in_name text        not null check (sign_in_name = lower(sign_in_name)) unique,
    made_at      timestamptz not null
);
grant select, insert on identity.account to evenkeel_app;

-- Whether a person may sign in at all.
create table identity.standing (
    number      bigint      generated always as identity primary key,
    person_id   uuid        not null references access.person,
    is_disabled boolean     not null,
    at          timestamptz not null,
    set_by      uuid        not null references access.person
);
create index on identity.standing (person_id, number desc);
grant select, insert on identity.standing to evenkeel_app;

create table identity.password (
    number    bigint      generated always as identity primary key,
    person_id uuid        not null references access.person,
    hash      text        not null,
    set_at    timestamptz not null
);
create index on identity.password (person_id, number desc);
grant select, insert on identity.password to evenkeel_app;

-- What an authenticator app and this clinic both know.
create table identity.authenticator (
    id        uuid        primary key,
    person_id uuid        not null references access.person,
    secret    bytea       not null,
    added_at  timestamptz not null,
    ended_at  timestamptz
);
create index on identity.authenticator (person_id) where ended_at is null;
grant select, insert on identity.authenticator to evenkeel_app;
grant update (ended_at) on identity.authenticator to evenkeel_app;

-- A code counts once: the second row of a person and a step is refused.
create table identity.code_used (
    person_id uuid        not null references access.person,
    step      bigint      not null,
    at        timestamptz not null,
    primary key (person_id, step)
);
grant select, insert on identity.code_used to evenkeel_app;

create table identity.recovery_code (
    code_hash bytea       primary key,
    person_id uuid        not null references access.person,
    made_at   timestamptz not null,
    used_at   timestamptz,
    ended_at  timestamptz
);
create index on identity.recovery_code (person_id) where used_at is null and ended_at is null;
grant select, insert on identity.recovery_code to evenkeel_app;
grant update (used_at, ended_at) on identity.recovery_code to evenkeel_app;

-- A link by which somebody sets their password; the only way into a new account.
create table identity.invitation (
    token_hash bytea       primary key,
    person_id  uuid        not null references access.person,
    made_by    uuid        not null references access.person,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
grant select, insert on identity.invitation to evenkeel_app;
grant update (used_at) on identity.invitation to evenkeel_app;

-- The link by which the first person of an empty database makes a clinic.
create table identity.set_up (
    token_hash bytea       primary key,
    number     bigint      generated always as identity,
    made_at    timestamptz not null,
    used_at    timestamptz
);
grant select, insert on identity.set_up to evenkeel_app;
grant update (used_at) on identity.set_up to evenkeel_app;

-- What is half done in one browser: a right password that waits for its code, a challenge that
-- waits for its answer. Good for ten minutes and once.
create table identity.ceremony (
    id           uuid        primary key,
    number       bigint      generated always as identity,
    browser_hash bytea       not null,
    kind         text        not null,
    person_id    uuid        references access.person,
    value        bytea       not null,
    started_at   timestamptz not null,
    done_at      timestamptz
);
create index on identity.ceremony (browser_hash, number desc);
grant select, insert on identity.ceremony to evenkeel_app;
grant update (done_at) on identity.ceremony to evenkeel_app;

-- Browsers a person signed in from before.
create table identity.device (
    device_hash bytea       not null,
    person_id   uuid        not null references access.person,
    first_at    timestamptz not null,
    primary key (device_hash, person_id)
);
grant select, insert on identity.device to evenkeel_app;

-- Who somebody is at an outside provider. Linked by themselves while they are signed in.
create table identity.provider_link (
    issuer    text        not null,
    subject   text        not null,
    person_id uuid        not null references access.person,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
grant select, insert on identity.provider_link to evenkeel_app;
