-- Of two decisions or agreements the one added later holds, whatever the clock said: it may be set
-- back. What stood before keeps the order it was read in, by time.
alter table forecasting.decision add column number bigint;
update forecasting.decision d
set number = placed.number
from (select id, row_number() over (order by at, id desc) as number
      from forecasting.decision) placed
where placed.id = d.id;
alter table forecasting.decision
    alter column number set not null,
    alter column number add generated always as identity;
select setval(pg_get_serial_sequence('forecasting.decision', 'number'),
              coalesce(max(number), 0) + 1, false)
from forecasting.decision;

alter table forecasting.agreement add column number bigint;
update forecasting.agreement a
set number = placed.number
from (select id, row_number() over (order by at, id desc) as number
      from forecasting.agreement) placed
where placed.id = a.id;
alter table forecasting.agreement
    alter column number set not null,
    alter column number add generated always as identity;
select setval(pg_get_serial_sequence('forecasting.agreement', 'number'),
              coalesce(max(number), 0) + 1, false)
from forecasting.agreement;
