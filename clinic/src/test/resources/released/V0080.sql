-- Made-up rows for every table that came between versions 0032 and 0080, beside those of 0032.
-- Released tables hold real clinics: this file is never changed with them.
insert into identity.pin (id, device_hash, person_id, pin_hash, set_at, tries, ended_at)
select md5('pin' || id)::uuid, sha256(convert_to('tablet', 'UTF8')), id,
       '$argon2id$v=19$m=40960,t=3,p=1$c2FsdA$cGlu', '2026-10-01 08:00Z', 2, null
from access.person;

insert into access.person (id, name)
select md5('person' || c || 'machine')::uuid, 'Laboratory ' || c from generate_series(1, 2) c;
insert into access.membership (id, person_id, clinic_id, role, from_at)
select md5('member' || c || 'machine')::uuid, md5('person' || c || 'machine')::uuid,
       md5('clinic' || c)::uuid, 'machine', '2026-10-01 08:00Z'
from generate_series(1, 2) c;
insert into identity.machine (person_id, clinic_id, token_hash, may, made_by, made_at, expires_at,
                              revoked_at, revoked_by)
select md5('person' || c || 'machine')::uuid, md5('clinic' || c)::uuid,
       sha256(convert_to('token' || c, 'UTF8')), 'IMPORT,EXPORT', md5('person' || c || 'manager')::uuid,
       '2026-10-01 08:00Z', '2027-10-01 08:00Z',
       case when c = 2 then timestamptz '2026-11-01 08:00Z' end,
       case when c = 2 then md5('person2manager')::uuid end
from generate_series(1, 2) c;

insert into identity.tries (bucket, full_at)
select sha256(convert_to('bucket' || n, 'UTF8')), timestamptz '2026-11-21 10:00Z' + n * interval '1 s'
from generate_series(1, 50) n;

insert into identity.patient_account (clinic_id, patient_id, person_id, made_by, made_at)
select clinic_id, patient_id, person_id, md5('person1nurse')::uuid, '2026-10-01 08:00Z'
from access.membership where role = 'patient';

insert into signature.signature (id, clinic_id, patient_id, object_kind, object_id, meaning, person_id,
                                 name, role, factors, at, zone, content, sha256)
select md5('signature' || a.id)::uuid, a.clinic_id, a.patient_id, 'administration', a.id,
       'dose-verified', md5('person1prescriber')::uuid, 'prescriber 1', 'prescriber', 'password code',
       a.recorded_at, 'Europe/Paris', c, sha256(c)
from treatment.administration a
cross join lateral (select convert_to('{"dose":"' || a.id || '"}', 'UTF8')) s (c)
where a.given_on = date '2026-02-02';

insert into treatment.limits_confirmation (id, clinic_id, person_id, name, factors, at, digest)
select md5('limits' || c || n)::uuid, md5('clinic' || c)::uuid, md5('person' || c || 'prescriber')::uuid,
       'prescriber ' || c, 'password code', timestamptz '2026-10-01 09:00Z' + n * interval '1 day',
       md5('digest' || n)
from generate_series(1, 2) c
cross join generate_series(1, 2) n;

insert into signature.signature (id, clinic_id, patient_id, object_kind, object_id, meaning, person_id,
                                 name, role, factors, at, zone, content, sha256)
select md5('signature' || l.id)::uuid, l.clinic_id, null, 'limits', l.id, 'limits-confirmed',
       l.person_id, l.name, 'prescriber', l.factors, l.at, 'Europe/Paris', c, sha256(c)
from treatment.limits_confirmation l
cross join lateral (select convert_to('{"limits":"' || l.digest || '"}', 'UTF8')) s (c);

insert into treatment.hold_answer (id, clinic_id, patient_id, given_on, code, words, reason, at,
                                   by_person)
select md5('hold' || id)::uuid, clinic_id, id, '2026-02-02', 'eligibility-open',
       'Not everything is known.', 'asked on the phone', '2026-02-02 10:00Z', md5('person1nurse')::uuid
from patient.patient;

insert into history.fact (id, clinic_id, patient_id, kind, name, on_day, until_day, amount, unit, weeks,
                          adherence, outcome, marks, recorded_at, recorded_by)
select md5('fact' || p.id || k)::uuid, clinic_id, p.id, k, 'name-of-' || k, '2025-01-05',
       case when k = 'trial' then date '2025-03-01' end,
       case when k in ('trial', 'quantity') then 20.5 end,
       case when k in ('trial', 'quantity') then 'mg' end, case when k = 'trial' then 8.5 end,
       case when k = 'trial' then 'good' end, case when k = 'trial' then 'partial' else 'yes' end,
       array ['told-by-patient'], '2026-01-02 09:00Z', md5('person1prescriber')::uuid
from patient.patient p
cross join unnest(array ['diagnosis', 'trial', 'treatment', 'medicine', 'answer', 'quantity',
                         'whole']) k;

insert into history.fact (id, clinic_id, patient_id, kind, name, on_day, recorded_at, recorded_by,
                          replaces, reason)
select md5('withdrawn' || id)::uuid, clinic_id, patient_id, 'withdrawn', name, on_day,
       '2026-01-03 09:00Z', recorded_by, id, 'of somebody else'
from history.fact where kind = 'medicine';

insert into eligibility.decision (id, clinic_id, patient_id, protocol, version, verdict, conclusion, day,
                                  valid_until, jurisdiction, packs, chart, reason, at, person_id, name)
select md5('eligible' || p.id || n)::uuid, clinic_id, p.id, 'ketamine-iv.adaptive', '1',
       case n when 1 then 'treat' else 'not-treat' end, case n when 1 then 'review' else 'blocked' end,
       '2026-01-04', '2026-07-04', 'eu', 'core 1', md5(p.id::text), 'discussed', '2026-01-04 09:00Z',
       md5('person1prescriber')::uuid, 'prescriber 1'
from patient.patient p
cross join generate_series(1, 2) n;

insert into eligibility.override (decision_id, clinic_id, patient_id, pack, rule, state, reason)
select id, clinic_id, patient_id, 'cautions', 'substance-use', 'raised', 'long past'
from eligibility.decision where verdict = 'treat';

insert into eligibility.setting (id, clinic_id, jurisdiction, resistance, at, by_person)
select md5('setting' || c)::uuid, md5('clinic' || c)::uuid, 'eu', 'two-trials', '2026-01-01 09:00Z',
       md5('person' || c || 'prescriber')::uuid
from generate_series(1, 2) c;

insert into consent.conversation (id, clinic_id, patient_id, drug, route, label, text_id, version,
                                  language, content, digest, risks, started_at, started_by)
select md5('talk' || id)::uuid, clinic_id, id, 'ketamine', 'IV', 'off-label', 'ketamine-iv', '1', 'en',
       c, encode(sha256(c), 'hex'), array ['blood-pressure'], '2026-01-04 10:00Z',
       md5('person1prescriber')::uuid
from patient.patient
cross join lateral (select convert_to('What ketamine is, for ' || given_name, 'UTF8')) s (c);

insert into consent.attempt (id, clinic_id, patient_id, conversation_id, answers, right_answers,
                             questions, at, by_person)
select md5('attempt' || id)::uuid, clinic_id, patient_id, id, array ['a', 'c'], 1, 2, started_at,
       started_by
from consent.conversation;

insert into consent.chosen (id, clinic_id, patient_id, conversation_id, agreed, typed_name, interpreter,
                            at, by_person)
select md5('chosen' || id)::uuid, clinic_id, patient_id, id, array ['care', 'research'], 'Given Family',
       '', started_at, started_by
from consent.conversation;

insert into consent.consent (id, clinic_id, patient_id, conversation_id, chosen_id, way, at, on_day,
                             by_person)
select md5('consent' || id)::uuid, clinic_id, patient_id, conversation_id, id, 'witnessed', at,
       '2026-01-04', by_person
from consent.chosen;

insert into consent.withdrawal (after_consent, id, clinic_id, patient_id, choice, reason, at, on_day,
                                by_person)
select number, md5('withdrawal' || id)::uuid, clinic_id, patient_id, 'research', '',
       '2026-05-04 10:00Z', '2026-05-04', by_person
from consent.consent where number % 4 = 0;

-- Signed half an hour after midnight in Paris, which is the evening before in UTC.
insert into prescribing.draft (id, clinic_id, patient_id, protocol, first_day, weight_kg, weighed_on,
                               reason, at, by_person)
select md5('plan' || id)::uuid, clinic_id, id, 'ketamine-iv.messer2010', '2026-06-01', 70.25,
       '2026-05-19', '', '2026-05-20 22:20Z', md5('person1prescriber')::uuid
from patient.patient;

insert into prescribing.plan (id, clinic_id, patient_id, version, digest, first_dose, visits, name, at,
                              by_person)
select id, clinic_id, patient_id, '1', md5(id::text), '35 mg', '2026-06-01 2026-06-03', 'prescriber 1',
       '2026-05-20 22:30Z', by_person
from prescribing.draft where by_person is not null and first_day = date '2026-06-01';

insert into treatment.enrolment (id, clinic_id, patient_id, protocol, version, from_day, at, actor_id)
select md5('begun' || id)::uuid, clinic_id, patient_id, 'ketamine-iv.messer2010', version, '2026-06-01',
       at, by_person
from prescribing.plan;

insert into treatment.enrolment (id, clinic_id, patient_id, protocol, version, from_day, at, actor_id,
                                 reason)
select md5('moved' || id)::uuid, clinic_id, id, 'ketamine-iv.adaptive', '1', '2026-09-01',
       '2026-08-31 09:00Z', md5('person1prescriber')::uuid, 'lives far away'
from patient.patient;

insert into treatment.deviation_reason (id, clinic_id, patient_id, on_day, kind, reason, at, actor_id)
select md5('deviation' || id)::uuid, clinic_id, id, '2026-02-16', 'visit-left-out', 'on a journey',
       '2026-02-20 09:00Z', md5('person1nurse')::uuid
from patient.patient;

insert into protocols.shipped (id, protocol, version, content, sha256, kept_at)
select md5('shipped' || p)::uuid, p, '1', 'id: ' || p, sha256(convert_to('id: ' || p, 'UTF8')),
       '2026-01-01 08:00Z'
from unnest(array ['ketamine-iv.adaptive', 'ketamine-iv.messer2010']) p;

insert into protocols.edition (id, clinic_id, protocol, version, copied, begun_by, begun_at)
select md5('edition' || c)::uuid, md5('clinic' || c)::uuid, 'our.way', '1', 'ketamine-iv.adaptive 1',
       md5('person' || c || 'prescriber')::uuid, '2026-03-01 08:00Z'
from generate_series(1, 2) c;

insert into protocols.saved (edition_id, number, clinic_id, content, sha256, saved_by, saved_at)
select e.id, n, e.clinic_id, 'text ' || n, sha256(convert_to('text ' || n, 'UTF8')), e.begun_by,
       timestamptz '2026-03-01 09:00Z' + n * interval '1 hour'
from protocols.edition e
cross join generate_series(1, 3) n;

insert into protocols.step (edition_id, number, clinic_id, step, saved, person_id, name, at, reason)
select e.id, n, e.clinic_id, (array ['submit', 'review'])[n], 3, e.begun_by, 'prescriber',
       timestamptz '2026-03-02 09:00Z' + n * interval '1 hour', ''
from protocols.edition e
cross join generate_series(1, 2) n;
