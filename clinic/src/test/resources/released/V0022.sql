-- Made-up rows for every table as it was at version 0022: two clinics, 40 patients, 8 people each.
-- Released tables hold real clinics: this file is never changed with them.
insert into access.clinic (id, name, zone, protocol, risk_limit, synthetic)
select md5('clinic' || c)::uuid, 'Clinic ' || c, 'Europe/Paris', 'ketamine-iv.adaptive', 0.200, false
from generate_series(1, 2) c;

insert into patient.patient (id, clinic_id, given_name, family_name, birth_date, sex, height_cm)
select md5('patient' || n)::uuid, md5('clinic' || 1 + n % 2)::uuid, 'Given ' || n, 'Family ''' || n,
       case when n % 5 > 0 then date '1960-01-01' + n * 211 end,
       (array ['female', 'male', 'other', 'unknown'])[1 + n % 4],
       case when n % 3 > 0 then 150.5 + n end
from generate_series(1, 40) n;

insert into patient.identifier (clinic_id, system, value, patient_id)
select clinic_id, 'urn:oid:1.2.3', family_name, id from patient.patient;

insert into access.person (id, clinic_id, name, role, patient_id)
select md5('person' || c || r)::uuid, md5('clinic' || c)::uuid, r || ' ' || c, r, null
from generate_series(1, 2) c
cross join unnest(array ['prescriber', 'nurse', 'therapist', 'front desk', 'manager', 'researcher',
                         'auditor']) r
union all
select md5('person' || id)::uuid, clinic_id, given_name, 'patient', id
from patient.patient where given_name in ('Given 1', 'Given 2');

insert into access.sign_in_link (token_hash, person_id, expires_at, used_at)
select sha256(convert_to(id::text, 'UTF8')), id, timestamptz '2026-11-22 12:00Z',
       case when role = 'nurse' then timestamptz '2026-11-22 08:00:00.123456Z' end
from access.person;

insert into audit.event (clinic_id, at, actor_id, role, action, object_kind, object_id, outcome)
select p.clinic_id, timestamptz '2026-01-01 00:00Z' + n * interval '997 seconds',
       md5('person' || c.number || 'nurse')::uuid, 'nurse', 'patient-view', 'patient', p.id,
       (array ['done', 'denied', 'refused'])[1 + n % 3]
from generate_series(1, 25) n
cross join patient.patient p
join (values (1), (2)) c (number) on md5('clinic' || c.number)::uuid = p.clinic_id;

insert into audit.command (key, clinic_id, actor_id, action, at)
select md5('command' || n)::uuid, md5('clinic' || 1 + n % 2)::uuid,
       md5('person' || 1 + n % 2 || 'nurse')::uuid, 'questionnaire-record',
       timestamptz '2026-02-01 00:00Z' + n * interval '1 hour'
from generate_series(1, 200) n;

insert into fhir.saved_import (id, clinic_id, person_id, at, protocol, new_patients, known_patients,
                               new_scores, known_scores, new_treatments, known_treatments)
select md5('import' || c)::uuid, md5('clinic' || c)::uuid, md5('person' || c || 'manager')::uuid,
       timestamptz '2026-01-01 00:00Z', 'ketamine-iv.adaptive', 20, 0, 200, 1, 100, 2
from generate_series(1, 2) c;

insert into treatment.enrolment (id, clinic_id, patient_id, protocol, version, from_day, at, actor_id)
select md5('enrolment' || id)::uuid, clinic_id, id, 'ketamine-iv.adaptive', '1', '2026-01-05',
       '2026-01-05 09:00Z', md5('person1prescriber')::uuid
from patient.patient;

insert into treatment.administration (id, clinic_id, patient_id, given_on, drug, route, dose_mg,
                                      weight_kg, dose_mg_per_kg, minutes, recorded_at, recorded_by)
select md5('administration' || p.id || n)::uuid, clinic_id, p.id, date '2026-01-05' + n * 14,
       'ketamine', 'IV', 35.125 + n, case when n % 2 = 0 then 70.25 end,
       case when n % 2 = 1 then 0.50001 end, 40,
       timestamptz '2026-01-05 10:00Z' + n * interval '14 days', md5('person1nurse')::uuid
from patient.patient p
cross join generate_series(1, 8) n;

insert into treatment.administration (id, clinic_id, patient_id, given_on, drug, route, dose_mg,
                                      recorded_at, recorded_by, replaces)
select md5('correction' || id)::uuid, clinic_id, patient_id, given_on, drug, route, 36, recorded_at,
       recorded_by, id
from treatment.administration where given_on = date '2026-01-19';

insert into treatment.appointment (id, clinic_id, patient_id, on_day, booked_at, booked_by)
select md5('appointment' || id)::uuid, clinic_id, id, '2026-12-01', '2026-11-20 09:00Z',
       md5('person1prescriber')::uuid
from patient.patient;

insert into prom.response (id, clinic_id, patient_id, instrument, version, answered_on, total,
                           answers, risk_item, recorded_at, recorded_by)
select md5('response' || p.id || n)::uuid, clinic_id, p.id, 'phq-9', '1', date '2026-01-04' + n * 7,
       9 + n % 9, array [1, 1, 1, 1, 1, 1, 1, 1, 1 + n % 3], 1 + n % 3,
       timestamptz '2026-01-04 18:00Z' + n * interval '7 days', md5('person1nurse')::uuid
from patient.patient p
cross join generate_series(1, 10) n;

insert into prom.risk_flag (response_id, clinic_id, patient_id, answer, raised_at)
select id, clinic_id, patient_id, risk_item, recorded_at from prom.response where risk_item > 0;

insert into forecasting.decision (id, clinic_id, patient_id, at, actor_id, kind, day, reason, proposal,
                                  proposed_day, p_unwell, reasons, model_version, input_hash,
                                  facts_hash)
select md5('decision' || p.id || k)::uuid, clinic_id, p.id, '2026-11-20 09:00Z',
       md5('person1prescriber')::uuid, k, case when k <> 'decline' then date '2026-12-01' end,
       'because "it" suits', 'book', '2026-12-01', 0.1 / 3, 'within-risk', '1', md5(p.id::text), 'f'
from patient.patient p
cross join unnest(array ['accept', 'move', 'decline']) k;

insert into forecasting.agreement (id, clinic_id, patient_id, at, actor_id, kind, from_day, until_day,
                                   baseline, rise, reach, usual_days, tried_days, ask_every, confirm,
                                   return_risk, reason, model_version, input_hash)
select md5('agreement' || id)::uuid, clinic_id, id, '2026-10-01 09:00Z',
       md5('person1prescriber')::uuid, k, '2026-10-01', '2026-12-24', 5, 5, 10,
       case when k = 'stretch' then 21 end, case when k = 'stretch' then 28 end,
       case when k <> 'stretch' then 7 end, case when k <> 'stretch' then 2 end,
       case when k <> 'stretch' then 0.3 end, 'agreed', '1', 'h'
from (select *, case when family_name like '%2%' then 'stretch' else 'treatment-free' end k
      from patient.patient) p;

insert into forecasting.agreement_end (agreement_id, clinic_id, patient_id, at, actor_id, stood, reason)
select id, clinic_id, patient_id, '2026-11-01 09:00Z', actor_id, 'running', 'moved away'
from forecasting.agreement where kind = 'stretch';

insert into forecasting.shadow (id, clinic_id, patient_id, at, as_of, target, model_version, prior,
                                input_hash, minimum, cumulative, place)
select md5('shadow' || p.id || n)::uuid, clinic_id, p.id, '2026-11-01 09:00Z', '2026-11-01',
       date '2026-11-01' + n, '1', 'prior', md5(p.id::text), 0, array [0.1, 0.5, 1 / 3.0], 0.25
from patient.patient p
cross join generate_series(1, 3) n;

insert into forecasting.shadow_score (shadow_id, clinic_id, patient_id, at, answered_on, observed,
                                      horizon, crps, pit, inside)
select id, clinic_id, patient_id, '2026-11-08 09:00Z', target, 8, 1, 1 / 7.0, 0.7, true
from forecasting.shadow where target = date '2026-11-02';
