-- From which day on what is given belongs to the course that a signed plan began. Null where a
-- patient came with an earlier course or was moved within one.
alter table treatment.enrolment add column begins date;

-- A treatment may come sooner than planned, not before the plan was signed.
update treatment.enrolment e
set begins = least(e.from_day, (e.at at time zone c.zone)::date + 1)
from prescribing.plan p
join prescribing.draft d on d.id = p.id
join access.clinic c on c.id = p.clinic_id
where e.clinic_id = p.clinic_id
  and e.patient_id = p.patient_id
  and e.protocol = d.protocol
  and e.version = p.version
  and e.from_day = d.first_day
  and e.reason = '';
