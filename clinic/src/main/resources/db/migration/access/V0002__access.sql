-- Clinics and the people who sign in.
create schema access;
grant usage on schema access to evenkeel_app;

create table access.clinic (
    id         uuid primary key,
    name       text          not null,
    zone       text          not null,
    protocol   text          not null,
    risk_limit numeric(4, 3) not null check (risk_limit > 0 and risk_limit < 1),
    synthetic  boolean       not null
);
grant select, insert on access.clinic to evenkeel_app;

create table access.person (
    id         uuid primary key,
    clinic_id  uuid not null references access.clinic,
    name       text not null,
    role       text not null,
    patient_id uuid,
    check ((role = 'patient') = (patient_id is not null))
);
grant select, insert on access.person to evenkeel_app;

-- A link that signs in once. Only a hash is kept. Marking it used is the one update there is.
create table access.sign_in_link (
    token_hash bytea       primary key,
    person_id  uuid        not null references access.person,
    expires_at timestamptz not null,
    used_at    timestamptz
);
grant select, insert on access.sign_in_link to evenkeel_app;
grant update (used_at) on access.sign_in_link to evenkeel_app;
