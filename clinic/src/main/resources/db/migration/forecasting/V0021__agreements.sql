-- What was agreed with a patient about the coming weeks, with the rule that ends it, set beforehand.
create table forecasting.agreement (
    id            uuid primary key,
    clinic_id     uuid        not null,
    patient_id    uuid        not null,
    at            timestamptz not null,
    actor_id      uuid        not null,
    kind          text        not null check (kind in ('stretch', 'treatment-free')),
    from_day      date        not null,
    until_day     date        not null check (until_day > from_day),
    baseline      integer     not null check (baseline >= 0),
    baseline_risk integer,
    rise          integer     not null check (rise > 0),
    reach         integer     not null check (reach > baseline),
    usual_days    integer     check (usual_days > 0),
    tried_days    integer     check (tried_days > 0),
    ask_every     integer     check (ask_every > 0),
    confirm       integer     check (confirm > 0),
    return_risk   double precision check (return_risk > 0 and return_risk < 1),
    reason        text        not null,
    model_version text        not null,
    input_hash    text        not null,
    check ((kind = 'stretch') = (usual_days is not null and tried_days is not null)),
    check ((kind = 'treatment-free')
        = (ask_every is not null and confirm is not null and return_risk is not null)),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on forecasting.agreement (clinic_id, patient_id, at);
grant select, insert on forecasting.agreement to evenkeel_app;

-- Closing an agreement is an act of its own. One without a row here is open.
create table forecasting.agreement_end (
    agreement_id uuid primary key references forecasting.agreement,
    clinic_id    uuid        not null,
    patient_id   uuid        not null,
    at           timestamptz not null,
    actor_id     uuid        not null,
    stood        text        not null,
    reason       text        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on forecasting.agreement_end (clinic_id, patient_id);
grant select, insert on forecasting.agreement_end to evenkeel_app;
