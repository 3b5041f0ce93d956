-- What people signed: the very bytes, their hash, and who, when and what it means.
create schema signature;
grant usage on schema signature to evenkeel_app;

create table signature.signature (
    id          uuid primary key,
    clinic_id   uuid        not null,
    patient_id  uuid        not null,
    object_kind text        not null,
    object_id   uuid        not null,
    meaning     text        not null,
    person_id   uuid        not null,
    name        text        not null,
    role        text        not null,
    factors     text        not null,
    at          timestamptz not null,
    zone        text        not null,
    content     bytea       not null,
    sha256      bytea       not null check (sha256 = sha256(content)),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id),
    -- One person signs one thing once for one meaning.
    unique (object_kind, object_id, meaning, person_id)
);
create index on signature.signature (clinic_id, patient_id);
grant select, insert on signature.signature to evenkeel_app;
call access.wall_by_patient('signature.signature', 'patient_id');
