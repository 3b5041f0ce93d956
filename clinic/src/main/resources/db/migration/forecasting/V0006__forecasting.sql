-- What a clinician decided on a proposal, with the proposal as it was shown.
create schema forecasting;
grant usage on schema forecasting to evenkeel_app;

create table forecasting.decision (
    id            uuid primary key,
    clinic_id     uuid        not null,
    patient_id    uuid        not null,
    at            timestamptz not null,
    actor_id      uuid        not null,
    kind          text        not null check (kind in ('accept', 'move', 'decline')),
    day           date,
    reason        text,
    proposal      text        not null,
    proposed_day  date,
    p_unwell      double precision,
    reasons       text        not null,
    model_version text        not null,
    input_hash    text        not null,
    facts_hash    text        not null,
    check ((kind = 'decline') = (day is null)),
    check (kind <> 'decline' or reason is not null),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on forecasting.decision (clinic_id, patient_id, at);
grant select, insert on forecasting.decision to evenkeel_app;
