-- A person may work in several clinics and in several roles; ending a membership is the one update.
create table access.membership (
    id         uuid primary key,
    person_id  uuid        not null references access.person,
    clinic_id  uuid        not null references access.clinic,
    role       text        not null,
    patient_id uuid,
    from_at    timestamptz not null,
    until_at   timestamptz check (until_at >= from_at),
    until_by   uuid,
    check ((role = 'patient') = (patient_id is not null)),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create unique index on access.membership (person_id, clinic_id, role) where until_at is null;
create index on access.membership (clinic_id);
grant select, insert on access.membership to evenkeel_app;
grant update (until_at, until_by) on access.membership to evenkeel_app;

insert into access.membership (id, person_id, clinic_id, role, patient_id, from_at)
select gen_random_uuid(), id, clinic_id, role, patient_id, now() from access.person;

alter table access.person
    drop column clinic_id,
    drop column role,
    drop column patient_id;

-- Who looks after whom. Somebody who may do everything in the clinic needs no row here.
create table access.care_team (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    person_id  uuid        not null references access.person,
    from_at    timestamptz not null,
    from_by    uuid        not null,
    until_at   timestamptz check (until_at >= from_at),
    until_by   uuid,
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create unique index on access.care_team (clinic_id, patient_id, person_id) where until_at is null;
create index on access.care_team (person_id) where until_at is null;
grant select, insert on access.care_team to evenkeel_app;
grant update (until_at, until_by) on access.care_team to evenkeel_app;

-- Until now everybody reached everybody: therapists keep the patients they have.
insert into access.care_team (id, clinic_id, patient_id, person_id, from_at, from_by)
select gen_random_uuid(), p.clinic_id, p.id, m.person_id, now(), m.person_id
from access.membership m
join patient.patient p on p.clinic_id = m.clinic_id
where m.role = 'therapist';
