-- How people prove who they are. Secrets are kept as hashes.
create schema identity;
grant usage on schema identity to evenkeel_app;

-- Who is signed in where. The cookie holds a random token, this table its SHA-256. Rows stay: they
-- tell who was signed in when. Only what moves on may be updated, and nothing comes back to life.
create table identity.session (
    id         uuid        primary key,
    token_hash bytea       not null unique,
    person_id  uuid        not null references access.person,
    method     text        not null,
    factors    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    factor_at  timestamptz,
    locked_at  timestamptz,
    ended_at   timestamptz,
    ended_by   text,
    check ((ended_at is null) = (ended_by is null))
);
create index on identity.session (person_id) where ended_at is null;
grant select, insert on identity.session to evenkeel_app;
grant update (seen_at, factors, factor_at, locked_at, ended_at, ended_by)
    on identity.session to evenkeel_app;

create function identity.session_stays_ended() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null and row(new.*) is distinct from row(old.*) then
        raise exception 'an ended session stays as it is';
    end if;
    return new;
end $$;
create trigger session_stays_ended before update on identity.session
    for each row execute function identity.session_stays_ended();
