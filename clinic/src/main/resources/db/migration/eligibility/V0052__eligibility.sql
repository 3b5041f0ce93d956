-- Whether a patient may be treated by a protocol, as a prescriber decided and signed it, and where a
-- clinic's rules come from. Rows are only ever added; the latest one holds.
create schema eligibility;
grant usage on schema eligibility to evenkeel_app;

create table eligibility.decision (
    id           uuid primary key,
    clinic_id    uuid        not null,
    patient_id   uuid        not null,
    protocol     text        not null,
    version      text        not null,
    -- Whether the patient may be treated.
    verdict      text        not null check (verdict in ('treat', 'not-treat')),
    -- What the rules said: eligible, review, incomplete, blocked.
    conclusion   text        not null check (conclusion in ('eligible', 'review', 'incomplete',
                                                            'blocked')),
    day          date        not null,
    valid_until  date        not null check (valid_until > day),
    jurisdiction text        not null,
    -- Packs as id and version, one a line, and the hash of the chart they were asked of.
    packs        text        not null,
    chart        text        not null,
    reason       text        not null default '' check (length(reason) <= 500),
    at           timestamptz not null,
    person_id    uuid        not null,
    name         text        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on eligibility.decision (clinic_id, patient_id, at);
grant select, insert on eligibility.decision to evenkeel_app;
call access.wall_by_patient('eligibility.decision', 'patient_id');

-- Rules that were raised or open and decided against, each with a reason.
create table eligibility.override (
    decision_id uuid not null references eligibility.decision,
    clinic_id   uuid not null,
    patient_id  uuid not null,
    pack        text not null,
    rule        text not null,
    state       text not null check (state in ('raised', 'open')),
    reason      text not null check (length(reason) between 1 and 500),
    primary key (decision_id, pack, rule),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on eligibility.override (clinic_id, patient_id);
grant select, insert on eligibility.override to evenkeel_app;
call access.wall_by_patient('eligibility.override', 'patient_id');

-- Which rules a clinic goes by.
create table eligibility.setting (
    id           uuid primary key,
    clinic_id    uuid        not null references access.clinic,
    jurisdiction text        not null,
    resistance   text        not null,
    at           timestamptz not null,
    by_person    uuid        not null
);
create index on eligibility.setting (clinic_id, at);
grant select, insert on eligibility.setting to evenkeel_app;
call access.wall_by_clinic('eligibility.setting');
