-- Which prescriber confirmed the figures a clinic goes by. A changed figure has another digest.
create table treatment.limits_confirmation (
    id        uuid primary key,
    clinic_id uuid        not null references access.clinic,
    person_id uuid        not null references access.person,
    name      text        not null,
    factors   text        not null,
    at        timestamptz not null,
    digest    text        not null
);
create index on treatment.limits_confirmation (clinic_id, digest);
grant select, insert on treatment.limits_confirmation to evenkeel_app;
call access.wall_by_clinic('treatment.limits_confirmation');
