-- Records opened in an emergency by somebody they were closed to, and who has looked into it since.
create table access.break_glass (
    id         uuid primary key,
    clinic_id  uuid        not null,
    patient_id uuid        not null,
    person_id  uuid        not null references access.person,
    role       text        not null,
    of_clinic  uuid        not null references access.clinic,
    reason     text        not null check (length(reason) between 10 and 1000),
    at         timestamptz not null,
    until_at   timestamptz not null check (until_at > at),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on access.break_glass (person_id, patient_id, until_at);
create index on access.break_glass (clinic_id, at);
grant select, insert on access.break_glass to evenkeel_app;

create table access.break_glass_review (
    break_glass_id uuid primary key references access.break_glass,
    clinic_id      uuid        not null,
    at             timestamptz not null,
    actor_id       uuid        not null
);
grant select, insert on access.break_glass_review to evenkeel_app;
call access.wall_by_clinic('access.break_glass_review');

-- Who opened it sees it from their own clinic too.
alter table access.break_glass enable row level security;
create policy by_patient on access.break_glass using (
    person_id = (select access.acting_person())
    or clinic_id = (select access.acting_clinic())
        and case (select access.span())
                when 'clinic' then true
                when 'patient' then patient_id = (select access.acting_patient())
                else false
            end);

-- Somebody from elsewhere is known by name where they opened a record.
drop policy by_clinic on access.person;
create policy by_clinic on access.person using (
    (select access.span()) = 'sign-in'
    or exists (select from access.membership m where m.person_id = person.id)
    or exists (select from access.break_glass b where b.person_id = person.id))
    with check (true);

-- The one question across clinics: exactly this name and this date of birth. It answers with ids.
create function access.find_in_emergency(given text, family text, born date)
    returns table (clinic_id uuid, patient_id uuid)
    language sql stable security definer set search_path = pg_catalog
begin atomic
    select p.clinic_id, p.id
    from patient.patient p
    where lower(p.given_name) = lower(given) and lower(p.family_name) = lower(family)
      and p.birth_date = born;
end;
revoke all on function access.find_in_emergency(text, text, date) from public;
grant execute on function access.find_in_emergency(text, text, date) to evenkeel_app;
create index on patient.patient (lower(family_name), lower(given_name));
