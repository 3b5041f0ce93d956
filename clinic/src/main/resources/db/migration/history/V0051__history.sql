-- What is known of a patient before and beside ketamine, fact by fact. Rows are only ever added: a
-- correction is a row that names the one it replaces, and why; taking something back is a row as well.
create schema history;
grant usage on schema history to evenkeel_app;

create table history.fact (
    id          uuid primary key,
    clinic_id   uuid        not null,
    patient_id  uuid        not null,
    kind        text        not null check (kind in ('diagnosis', 'trial', 'treatment', 'medicine',
                                                     'answer', 'quantity', 'whole', 'withdrawn')),
    -- Code, ingredient, treatment, question, quantity or list.
    name        text        not null check (length(name) between 1 and 80),
    on_day      date        not null,
    until_day   date        check (until_day >= on_day),
    amount      numeric(12, 4),
    unit        text        check ((unit is null) = (amount is null)),
    weeks       numeric(6, 1) check (weeks > 0),
    adherence   text        check (adherence in ('good', 'poor', 'unknown')),
    -- How a trial ended, how a treatment stands, or what was answered.
    outcome     text        check (outcome in ('none', 'partial', 'response', 'unknown', 'never',
                                               'past', 'running', 'yes', 'no')),
    marks       text[]      not null default '{}',
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    replaces    uuid unique references history.fact,
    reason      text        check (length(reason) between 1 and 500),
    check ((replaces is null) = (reason is null)),
    check (kind <> 'withdrawn' or replaces is not null),
    foreign key (clinic_id, patient_id) references patient.patient (clinic_id, id)
);
create index on history.fact (clinic_id, patient_id, recorded_at);
grant select, insert on history.fact to evenkeel_app;
call access.wall_by_patient('history.fact', 'patient_id');
