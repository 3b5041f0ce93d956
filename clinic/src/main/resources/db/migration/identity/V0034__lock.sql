-- A PIN opens a locked session again, on the device it was made on and for the person who made it.
create table identity.pin (
    id          uuid        primary key,
    device_hash bytea       not null,
    person_id   uuid        not null references access.person,
    pin_hash    text        not null,
    set_at      timestamptz not null,
    tries       integer     not null default 0,
    ended_at    timestamptz
);
create unique index on identity.pin (device_hash, person_id) where ended_at is null;
grant select, insert on identity.pin to evenkeel_app;
grant update (tries, ended_at) on identity.pin to evenkeel_app;

alter table identity.session add column device_hash bytea;
grant update (device_hash) on identity.session to evenkeel_app;
