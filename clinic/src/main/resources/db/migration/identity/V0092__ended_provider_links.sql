-- A link to an outside provider can end, and another person be linked to the same identity afterwards.
alter table identity.provider_link
    drop constraint provider_link_pkey,
    add column number bigint generated always as identity primary key,
    add column ended_at timestamptz;
create unique index on identity.provider_link (issuer, subject) where ended_at is null;
create index on identity.provider_link (person_id) where ended_at is null;
grant update (ended_at) on identity.provider_link to evenkeel_app;
