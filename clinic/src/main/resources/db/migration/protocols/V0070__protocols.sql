-- Protocols as a clinic keeps them. The text is the content file itself. Rows are only ever added:
-- a draft is saved again under the next number, a step of its life is a row.
create schema protocols;
grant usage on schema protocols to evenkeel_app;

-- What shipped with the program, kept so that a later program still knows what patients began on.
create table protocols.shipped (
    id       uuid        primary key,
    protocol text        not null,
    version  text        not null,
    content  text        not null,
    sha256   bytea       not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
    kept_at  timestamptz not null,
    unique (protocol, version)
);
grant select, insert on protocols.shipped to evenkeel_app;

create table protocols.edition (
    id        uuid        primary key,
    clinic_id uuid        not null references access.clinic,
    protocol  text        not null,
    version   text        not null,
    copied    text        not null,
    begun_by  uuid        not null references access.person,
    begun_at  timestamptz not null,
    unique (clinic_id, protocol, version)
);
grant select, insert on protocols.edition to evenkeel_app;
call access.wall_by_clinic('protocols.edition');

create table protocols.saved (
    edition_id uuid        not null references protocols.edition,
    number     integer     not null check (number > 0),
    clinic_id  uuid        not null,
    content    text        not null,
    sha256     bytea       not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
    saved_by   uuid        not null references access.person,
    saved_at   timestamptz not null,
    primary key (edition_id, number)
);
grant select, insert on protocols.saved to evenkeel_app;
call access.wall_by_clinic('protocols.saved');

-- A step of an edition's life and which saved text it is about. Numbers are gapless, so that two
-- steps at once cannot both count.
create table protocols.step (
    edition_id uuid        not null references protocols.edition,
    number     integer     not null check (number > 0),
    clinic_id  uuid        not null,
    step       text        not null,
    saved      integer     not null,
    person_id  uuid        not null references access.person,
    name       text        not null,
    at         timestamptz not null,
    reason     text        not null,
    primary key (edition_id, number),
    foreign key (edition_id, saved) references protocols.saved (edition_id, number)
);
grant select, insert on protocols.step to evenkeel_app;
call access.wall_by_clinic('protocols.step');

-- Once a text is reviewed it stands as it is; only a step back to a draft opens it again.
create function protocols.only_a_draft_is_saved() returns trigger
    language plpgsql as
$$
begin
    if coalesce((select s.step from protocols.step s where s.edition_id = new.edition_id
                 order by s.number desc limit 1), 'return') <> 'return' then
        raise exception 'only a draft can be saved';
    end if;
    return new;
end
$$;
create trigger only_a_draft before insert on protocols.saved
    for each row execute function protocols.only_a_draft_is_saved();
