-- Questionnaires answered. A row that replaces another names it.
create schema prom;
grant usage on schema prom to evenkeel_app;

create table prom.response (
    id          uuid primary key,
    clinic_id   uuid        not null,
    patient_id  uuid        not null,
    instrument  text        not null,
    version     text        not null,
    answered_on date        not null,
    total       integer     not null check (total >= 0),
    answers     integer[],
    risk_item   integer,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    replaces    uuid unique references prom.response,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on prom.response (clinic_id, patient_id, instrument, answered_on);
-- One answer sheet a day and instrument; a correction comes as a row that replaces it.
create unique index on prom.response (clinic_id, patient_id, instrument, answered_on)
    where replaces is null;
grant select, insert on prom.response to evenkeel_app;

-- The self-harm item was answered with 1 or more. Written in the transaction of the response.
create table prom.risk_flag (
    response_id uuid        primary key references prom.response,
    clinic_id   uuid        not null,
    patient_id  uuid        not null,
    answer      integer     not null check (answer > 0),
    raised_at   timestamptz not null
);
create index on prom.risk_flag (clinic_id, patient_id);
grant select, insert on prom.risk_flag to evenkeel_app;
