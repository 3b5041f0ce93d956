-- Answers recorded wrongly are corrected by a row that names them and says why. Taking them back is a
-- row as well: it repeats what it takes back, and nobody counts it. A flag of the self-harm item stays.
alter table prom.response
    add column reason text check (length(reason) between 1 and 500),
    add column withdrawn boolean not null default false,
    -- How many of that instrument and day had been corrected or taken back when it was added.
    add column turn integer not null default 0;

update prom.response set reason = 'nobody was asked why then' where replaces is not null;

update prom.response r
set turn = earlier.turn
from (select id,
             row_number() over (partition by clinic_id, patient_id, instrument, answered_on
                                order by recorded_at, replaces nulls first) - 1 as turn
      from prom.response) earlier
where earlier.id = r.id and earlier.turn > 0;

alter table prom.response
    add check ((replaces is null) = (reason is null)),
    add check (not withdrawn or replaces is not null);

-- One sheet a day and instrument stands, also after a correction, however many add one at once.
drop index prom.response_clinic_id_patient_id_instrument_answered_on_idx1;
create unique index one_a_day on prom.response (clinic_id, patient_id, instrument, answered_on, turn)
    where not withdrawn;
