-- Forecasts stored before their answers come and shown to nobody, and how they stood.
create table forecasting.shadow (
    id            uuid primary key,
    clinic_id     uuid               not null,
    patient_id    uuid               not null,
    at            timestamptz        not null,
    as_of         date               not null,
    target        date               not null check (target > as_of),
    model_version text               not null,
    prior         text               not null,
    input_hash    text               not null,
    minimum       integer            not null,
    cumulative    double precision[] not null,
    place         double precision   not null check (place >= 0 and place <= 1),
    unique (clinic_id, patient_id, input_hash, as_of, target),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on forecasting.shadow (clinic_id, patient_id, at);
grant select, insert on forecasting.shadow to evenkeel_app;

create table forecasting.shadow_score (
    shadow_id   uuid primary key references forecasting.shadow,
    clinic_id   uuid             not null,
    patient_id  uuid             not null,
    at          timestamptz      not null,
    answered_on date             not null,
    observed    integer          not null,
    horizon     integer          not null check (horizon > 0),
    crps        double precision not null,
    pit         double precision not null check (pit >= 0 and pit <= 1),
    inside      boolean          not null,
    -- One answer scores one forecast: the latest made before it.
    unique (clinic_id, patient_id, answered_on),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on forecasting.shadow_score (clinic_id, answered_on);
grant select, insert on forecasting.shadow_score to evenkeel_app;
