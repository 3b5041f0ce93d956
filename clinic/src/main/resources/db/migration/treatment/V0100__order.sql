-- Of two rows the one added later holds, whatever the clock said: it may be set back. What stood
-- before keeps the order it was read in, by time, so that this step changes what holds for nobody.
alter table treatment.deviation_reason add column number bigint;
update treatment.deviation_reason r
set number = placed.number
from (select id, row_number() over (order by at, id) as number
      from treatment.deviation_reason) placed
where placed.id = r.id;
alter table treatment.deviation_reason
    alter column number set not null,
    alter column number add generated always as identity;
select setval(pg_get_serial_sequence('treatment.deviation_reason', 'number'),
              coalesce(max(number), 0) + 1, false)
from treatment.deviation_reason;

alter table treatment.limits_confirmation add column number bigint;
update treatment.limits_confirmation c
set number = placed.number
from (select id, row_number() over (order by at, id) as number
      from treatment.limits_confirmation) placed
where placed.id = c.id;
alter table treatment.limits_confirmation
    alter column number set not null,
    alter column number add generated always as identity;
select setval(pg_get_serial_sequence('treatment.limits_confirmation', 'number'),
              coalesce(max(number), 0) + 1, false)
from treatment.limits_confirmation;

-- Enrolments bear numbers, but were read by time first. Older ones got theirs in the order they lay
-- in the table, which a restore had changed. A patient's numbers are dealt out anew, by time.
alter table treatment.enrolment alter column number drop identity;
update treatment.enrolment e
set number = numbers.number
from (select id, patient_id,
             row_number() over (partition by patient_id order by at, number) as place
      from treatment.enrolment) placed
join (select number, patient_id,
             row_number() over (partition by patient_id order by number) as place
      from treatment.enrolment) numbers using (patient_id, place)
where placed.id = e.id and numbers.number <> e.number;
alter table treatment.enrolment alter column number add generated always as identity;
select setval(pg_get_serial_sequence('treatment.enrolment', 'number'),
              coalesce(max(number), 0) + 1, false)
from treatment.enrolment;
