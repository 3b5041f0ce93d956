-- Plans by which patients are treated, as a prescriber drew them up and signed them.
create schema prescribing;
grant usage on schema prescribing to evenkeel_app;

-- What is about to be signed; the latest of a patient counts.
create table prescribing.draft (
    number bigint generated always as identity,
    id         uuid primary key,
    clinic_id  uuid          not null,
    patient_id uuid          not null,
    protocol   text          not null,
    first_day  date          not null,
    weight_kg  numeric(6, 2) not null check (weight_kg > 0),
    weighed_on date          not null,
    reason     text          not null,
    at         timestamptz   not null,
    by_person  uuid          not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on prescribing.draft (clinic_id, patient_id);
grant select, insert on prescribing.draft to evenkeel_app;
call access.wall_by_patient('prescribing.draft', 'patient_id');

-- What was signed; the signature stands in signature.signature under the same id.
create table prescribing.plan (
    number bigint generated always as identity,
    id         uuid primary key references prescribing.draft,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    version    text        not null,
    digest     text        not null,
    first_dose text        not null,
    visits     text        not null,
    name       text        not null,
    at         timestamptz not null,
    by_person  uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on prescribing.plan (clinic_id, patient_id);
grant select, insert on prescribing.plan to evenkeel_app;
call access.wall_by_patient('prescribing.plan', 'patient_id');
