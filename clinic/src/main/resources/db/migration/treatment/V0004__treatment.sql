-- Courses, treatments given and appointments booked. Rows are only ever added; a row that replaces
-- another names it.
create schema treatment;
grant usage on schema treatment to evenkeel_app;

create table treatment.enrolment (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    protocol   text        not null,
    version    text        not null,
    from_day   date        not null,
    at         timestamptz not null,
    actor_id   uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on treatment.enrolment (clinic_id, patient_id);
grant select, insert on treatment.enrolment to evenkeel_app;

create table treatment.administration (
    id             uuid primary key,
    clinic_id      uuid          not null,
    patient_id     uuid          not null,
    given_on       date          not null,
    drug           text          not null,
    route          text          not null,
    dose_mg        numeric(9, 3) check (dose_mg > 0),
    weight_kg      numeric(6, 2) check (weight_kg > 0),
    dose_mg_per_kg numeric(9, 5) check (dose_mg_per_kg > 0),
    minutes        integer       check (minutes > 0),
    recorded_at    timestamptz   not null,
    recorded_by    uuid          not null,
    replaces       uuid unique references treatment.administration,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on treatment.administration (clinic_id, patient_id, given_on);
grant select, insert on treatment.administration to evenkeel_app;

create table treatment.appointment (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    on_day     date        not null,
    booked_at  timestamptz not null,
    booked_by  uuid        not null,
    replaces   uuid unique references treatment.appointment,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on treatment.appointment (clinic_id, patient_id, on_day);
grant select, insert on treatment.appointment to evenkeel_app;
