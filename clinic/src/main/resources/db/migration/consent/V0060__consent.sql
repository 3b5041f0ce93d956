-- What patients were told, what they understood, what they agreed to and what they took back. Rows are
-- only ever added: a choice taken back is a row of its own.
create schema consent;
grant usage on schema consent to evenkeel_app;

-- A text put before a patient: its very bytes, and the risks of their own they are told of.
create table consent.conversation (
    number bigint generated always as identity,
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    drug       text        not null,
    route      text        not null,
    label      text        not null,
    text_id    text        not null,
    version    text        not null,
    language   text        not null,
    content    bytea       not null,
    digest     text        not null check (digest = encode(sha256(content), 'hex')),
    risks      text[]      not null,
    started_at timestamptz not null,
    started_by uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on consent.conversation (clinic_id, patient_id);
grant select, insert on consent.conversation to evenkeel_app;
call access.wall_by_patient('consent.conversation', 'patient_id');

-- Every try at the questions after reading.
create table consent.attempt (
    number bigint generated always as identity,
    id              uuid primary key,
    clinic_id       uuid        not null,
    patient_id      uuid        not null,
    conversation_id uuid        not null references consent.conversation,
    answers         text[]      not null,
    right_answers   integer     not null,
    questions       integer     not null check (questions >= right_answers),
    at              timestamptz not null,
    by_person       uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on consent.attempt (clinic_id, patient_id);
grant select, insert on consent.attempt to evenkeel_app;
call access.wall_by_patient('consent.attempt', 'patient_id');

-- What was chosen, before it is signed; the latest counts.
create table consent.chosen (
    number bigint generated always as identity,
    id              uuid primary key,
    clinic_id       uuid        not null,
    patient_id      uuid        not null,
    conversation_id uuid        not null references consent.conversation,
    agreed          text[]      not null check ('care' = any (agreed)),
    typed_name      text        not null,
    interpreter     text        not null,
    at              timestamptz not null,
    by_person       uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on consent.chosen (clinic_id, patient_id);
grant select, insert on consent.chosen to evenkeel_app;
call access.wall_by_patient('consent.chosen', 'patient_id');

-- What was signed. Who signed and the bytes stand in signature.signature under the same id.
create table consent.consent (
    number bigint generated always as identity,
    id              uuid primary key,
    clinic_id       uuid        not null,
    patient_id      uuid        not null,
    conversation_id uuid        not null unique references consent.conversation,
    chosen_id       uuid        not null references consent.chosen,
    way             text        not null check (way in ('self', 'witnessed')),
    at              timestamptz not null,
    on_day          date        not null,
    by_person       uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on consent.consent (clinic_id, patient_id);
grant select, insert on consent.consent to evenkeel_app;
call access.wall_by_patient('consent.consent', 'patient_id');

create table consent.withdrawal (
    number bigint generated always as identity,
    -- number of the patient's latest consent then; 0 where there was none
    after_consent bigint not null,
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    choice     text        not null check (choice in ('care', 'research', 'recording', 'contact')),
    reason     text        not null,
    at         timestamptz not null,
    on_day     date        not null,
    by_person  uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on consent.withdrawal (clinic_id, patient_id);
grant select, insert on consent.withdrawal to evenkeel_app;
call access.wall_by_patient('consent.withdrawal', 'patient_id');
