-- With what reason a treatment was recorded although something asked for one.
create table treatment.hold_answer (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    given_on   date        not null,
    code       text        not null,
    words      text        not null,
    reason     text        not null check (length(reason) between 1 and 500),
    at         timestamptz not null,
    by_person  uuid        not null,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on treatment.hold_answer (clinic_id, patient_id, given_on);
grant select, insert on treatment.hold_answer to evenkeel_app;
call access.wall_by_patient('treatment.hold_answer', 'patient_id');
