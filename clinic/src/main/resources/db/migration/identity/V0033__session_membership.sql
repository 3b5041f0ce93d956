-- A session acts in one of its person's memberships: this clinic, in this role.
alter table identity.session add column in_clinic uuid, add column in_role text;

update identity.session s
set in_clinic = m.clinic_id, in_role = m.role
from (select distinct on (person_id) person_id, clinic_id, role
      from access.membership order by person_id, from_at) m
where m.person_id = s.person_id and s.ended_at is null;
