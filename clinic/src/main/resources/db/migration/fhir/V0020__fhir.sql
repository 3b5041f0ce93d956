-- What was brought in by file: how much, by whom, never the file itself or its name.
create schema fhir;
grant usage on schema fhir to evenkeel_app;

create table fhir.saved_import (
    id               uuid primary key,
    clinic_id        uuid        not null,
    person_id        uuid        not null,
    at               timestamptz not null,
    protocol         text        not null,
    new_patients     integer     not null check (new_patients >= 0),
    known_patients   integer     not null check (known_patients >= 0),
    new_scores       integer     not null check (new_scores >= 0),
    known_scores     integer     not null check (known_scores >= 0),
    new_treatments   integer     not null check (new_treatments >= 0),
    known_treatments integer     not null check (known_treatments >= 0)
);
create index on fhir.saved_import (clinic_id, at);
grant select, insert on fhir.saved_import to evenkeel_app;
