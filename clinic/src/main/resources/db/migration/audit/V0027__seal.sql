-- The transaction that wrote an event. All transactions older than the oldest one still running have
-- ended, so what they wrote is either seen or will never be: that tells the sealer where to look,
-- however late a number was committed. It means something in the database server that wrote it only,
-- so it is no part of what is sealed.
alter table audit.event add column xid xid8 not null default pg_current_xact_id();
create index on audit.event (clinic_id, xid);

-- To find what was done by a person or to a patient.
create index on audit.event (clinic_id, actor_id, number desc);
create index on audit.event (clinic_id, object_id, number desc);

-- Each committed event's place in its clinic, without gaps, and the hash that chains it to the one
-- before. There is no foreign key: its check would write to the event's row, and an event that is
-- gone is found by the chain.
create table audit.seal (
    clinic_id uuid   not null,
    number    bigint not null check (number > 0),
    event     bigint not null unique,
    hash      bytea  not null check (length(hash) = 32),
    primary key (clinic_id, number)
);
grant select, insert on audit.seal to evenkeel_app;
call access.wall_by_clinic('audit.seal');
