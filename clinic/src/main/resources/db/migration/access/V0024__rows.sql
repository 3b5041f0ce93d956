-- The second wall. A transaction states for whom it works; of every table it sees and adds only the
-- rows within that. The owner of the tables, who migrates and backs up, is not bound; the
-- application owns none.
create function access.span() returns text
    language sql stable parallel safe
    return coalesce(current_setting('evenkeel.span', true), '');
create function access.acting_clinic() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('evenkeel.clinic', true), '')::uuid;
create function access.acting_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('evenkeel.person', true), '')::uuid;
create function access.acting_patient() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('evenkeel.patient', true), '')::uuid;

-- Puts a patient's rows behind the wall. The functions stand in sub-selects, so that they are
-- asked once a statement and not once a row.
create procedure access.wall_by_patient(rows regclass, patient_column text)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', rows);
    execute format(
        'create policy by_patient on %s using (
             clinic_id = (select access.acting_clinic())
             and case (select access.span())
                     when ''clinic'' then true
                     when ''patient'' then %2$I = (select access.acting_patient())
                     when ''care-team'' then %2$I in (
                         select t.patient_id from access.care_team t
                         where t.person_id = (select access.acting_person())
                           and t.until_at is null)
                     else false
                 end)',
        rows, patient_column);
end
$$;

-- Puts rows of a clinic that are no patient's behind the wall.
create procedure access.wall_by_clinic(rows regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', rows);
    execute format(
        'create policy by_clinic on %s using (clinic_id = (select access.acting_clinic()))', rows);
end
$$;

call access.wall_by_patient('patient.patient', 'id');
call access.wall_by_patient('patient.identifier', 'patient_id');
call access.wall_by_patient('treatment.enrolment', 'patient_id');
call access.wall_by_patient('treatment.administration', 'patient_id');
call access.wall_by_patient('treatment.appointment', 'patient_id');
call access.wall_by_patient('prom.response', 'patient_id');
call access.wall_by_patient('prom.risk_flag', 'patient_id');
call access.wall_by_patient('forecasting.decision', 'patient_id');
call access.wall_by_patient('forecasting.agreement', 'patient_id');
call access.wall_by_patient('forecasting.agreement_end', 'patient_id');
call access.wall_by_patient('forecasting.shadow', 'patient_id');
call access.wall_by_patient('forecasting.shadow_score', 'patient_id');
call access.wall_by_clinic('fhir.saved_import');
call access.wall_by_clinic('audit.command');

-- Who signs in is not known yet, so signing in reads people and their memberships, and nothing else.
alter table access.membership enable row level security;
create policy by_clinic on access.membership using (
    (select access.span()) = 'sign-in' or clinic_id = (select access.acting_clinic()));
alter table access.person enable row level security;
create policy by_clinic on access.person using (
    (select access.span()) = 'sign-in'
    or exists (select from access.membership m where m.person_id = person.id))
    with check (true);
-- A care team is seen with its patient, or by who is in it. Its own rule cannot ask it.
alter table access.care_team enable row level security;
create policy by_patient on access.care_team using (
    clinic_id = (select access.acting_clinic())
    and case (select access.span())
            when 'clinic' then true
            when 'patient' then patient_id = (select access.acting_patient())
            when 'care-team' then person_id = (select access.acting_person())
            else false
        end);
-- Everything leaves a mark, also what nobody was signed in for. A patient sees who saw them.
alter table audit.event enable row level security;
create policy added on audit.event for insert with check (
    (select access.span()) = 'sign-in' or clinic_id = (select access.acting_clinic()));
create policy seen on audit.event for select using (
    clinic_id = (select access.acting_clinic())
    and case (select access.span())
            when 'clinic' then true
            when 'patient' then object_id = (select access.acting_patient())
            else false
        end);
