-- Identity: the only names of patients.
create schema patient;
grant usage on schema patient to evenkeel_app;

create table patient.patient (
    id          uuid primary key,
    clinic_id   uuid not null,
    given_name  text not null,
    family_name text not null,
    birth_date  date,
    sex         text not null check (sex in ('female', 'male', 'other', 'unknown')),
    height_cm   numeric(5, 1) check (height_cm > 0),
    unique (clinic_id, id)
);
create index on patient.patient (clinic_id);
grant select, insert on patient.patient to evenkeel_app;

-- What other systems call a patient; finds the patient again when the same file comes twice.
create table patient.identifier (
    clinic_id  uuid not null,
    system     text not null,
    value      text not null,
    patient_id uuid not null,
    primary key (clinic_id, system, value),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
grant select, insert on patient.identifier to evenkeel_app;
