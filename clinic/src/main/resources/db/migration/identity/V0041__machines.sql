-- Programs that sign in without a person. Each is a person of role machine to the rest of the
-- tables, so that what it did stands under its own name. The token's SHA-256 is kept, never the token.
create table identity.machine (
    person_id  uuid        primary key references access.person,
    clinic_id  uuid        not null references access.clinic,
    token_hash bytea       not null unique,
    may        text        not null check (may <> ''),
    made_by    uuid        not null references access.person,
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    revoked_at timestamptz,
    revoked_by uuid        references access.person,
    check ((revoked_at is null) = (revoked_by is null))
);
create index on identity.machine (clinic_id);
grant select, insert on identity.machine to evenkeel_app;
grant update (revoked_at, revoked_by) on identity.machine to evenkeel_app;

-- Who asks is not known yet when a token is looked up; otherwise a clinic sees its own.
alter table identity.machine enable row level security;
create policy by_clinic on identity.machine using (
    (select access.span()) = 'sign-in' or clinic_id = (select access.acting_clinic()));

create function identity.machine_stays_revoked() returns trigger language plpgsql as $$
begin
    if old.revoked_at is not null and row(new.*) is distinct from row(old.*) then
        raise exception 'a revoked program stays revoked';
    end if;
    return new;
end $$;
create trigger machine_stays_revoked before update on identity.machine
    for each row execute function identity.machine_stays_revoked();
