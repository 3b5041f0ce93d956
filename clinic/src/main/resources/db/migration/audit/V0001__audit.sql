-- Who did and saw what. Rows are only ever added, in the transaction of the act itself.
create schema audit;
grant usage on schema audit to evenkeel_app;

create table audit.event (
    number      bigint generated always as identity primary key,
    clinic_id   uuid        not null,
    at          timestamptz not null,
    actor_id    uuid        not null,
    role        text        not null,
    action      text        not null,
    object_kind text        not null,
    object_id   uuid        not null,
    outcome     text        not null check (outcome in ('done', 'denied', 'refused'))
);
create index on audit.event (clinic_id, number desc);
grant select, insert on audit.event to evenkeel_app;

-- One row per command carried out, so that a repeated one is recognised. The key comes from the
-- form; the row is written in the transaction of its effect.
create table audit.command (
    key       uuid        primary key,
    clinic_id uuid        not null,
    actor_id  uuid        not null,
    action    text        not null,
    at        timestamptz not null
);
grant select, insert on audit.command to evenkeel_app;
