-- The one account by which a patient reads their own record. It is bound to the patient when it is made
-- and to nobody else afterwards.
create table identity.patient_account (
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    person_id  uuid        not null unique references access.person,
    made_by    uuid        not null references access.person,
    made_at    timestamptz not null,
    primary key (clinic_id, patient_id),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
grant select, insert on identity.patient_account to evenkeel_app;
call access.wall_by_patient('identity.patient_account', 'patient_id');
