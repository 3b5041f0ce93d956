-- Why a patient was put on another protocol or version, and why a plan was departed from.
alter table treatment.enrolment add column reason text not null default '';

create table treatment.deviation_reason (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    on_day     date        not null,
    kind       text        not null,
    reason     text        not null,
    at         timestamptz not null,
    actor_id   uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on treatment.deviation_reason (clinic_id, patient_id);
grant select, insert on treatment.deviation_reason to evenkeel_app;
call access.wall_by_patient('treatment.deviation_reason', 'patient_id');
