-- A treatment recorded wrongly is corrected by a row that names it and says why. Taking it back is a
-- row as well: it repeats what it takes back, and nobody counts it.
alter table treatment.administration
    add column reason text check (length(reason) between 1 and 500),
    add column withdrawn boolean not null default false;

update treatment.administration set reason = 'nobody was asked why then' where replaces is not null;

alter table treatment.administration
    add check ((replaces is null) = (reason is null)),
    add check (not withdrawn or replaces is not null);
