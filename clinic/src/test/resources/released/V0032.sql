-- Made-up rows for every table that came between versions 0022 and 0032, beside those of 0022.
-- Released tables hold real clinics: this file is never changed with them.
insert into access.break_glass (id, clinic_id, patient_id, person_id, role, of_clinic, reason, at,
                                until_at)
select md5('glass' || id)::uuid, clinic_id, id, md5('person1therapist')::uuid, 'therapist',
       md5('clinic1')::uuid, 'found "confused" at the door', '2026-11-01 09:00Z', '2026-11-01 10:00Z'
from patient.patient where given_name like '%3';

insert into access.break_glass_review (break_glass_id, clinic_id, at, actor_id)
select id, clinic_id, '2026-11-02 09:00Z', md5('person1auditor')::uuid from access.break_glass;

insert into access.break_glass_told (break_glass_id, clinic_id, at)
select id, clinic_id, '2026-11-01 09:00:30Z' from access.break_glass;

insert into audit.seal (clinic_id, number, event, hash)
select clinic_id, row_number() over (partition by clinic_id order by number), number,
       sha256(convert_to('link' || number, 'UTF8'))
from audit.event;

insert into identity.session (id, token_hash, person_id, method, factors, started_at, seen_at,
                              factor_at, locked_at, ended_at, ended_by)
select md5('session' || p.id || n)::uuid, sha256(convert_to(p.id::text || n, 'UTF8')), p.id,
       'password', 'password code', timestamptz '2026-11-20 08:00Z' + n * interval '1 hour',
       timestamptz '2026-11-20 09:00Z' + n * interval '1 hour', '2026-11-20 08:00:00.5Z',
       case when n = 2 then timestamptz '2026-11-20 12:00Z' end,
       case when n = 1 then timestamptz '2026-11-20 12:00Z' end, case when n = 1 then 'sign-out' end
from access.person p
cross join generate_series(1, 3) n;

insert into identity.account (person_id, sign_in_name, made_at)
select id, lower(replace(id::text, '-', '')) || '@clinic.example', '2026-10-01 08:00Z'
from access.person;

insert into identity.standing (person_id, is_disabled, at, set_by)
select md5('person2nurse')::uuid, n % 2 = 1, timestamptz '2026-10-01 08:00Z' + n * interval '1 day',
       md5('person2manager')::uuid
from generate_series(1, 3) n;

insert into identity.password (person_id, hash, set_at)
select id, '$argon2id$v=19$m=40960,t=3,p=1$c2FsdA$aGFzaA', '2026-10-01 08:00Z' from access.person;

insert into identity.authenticator (id, person_id, secret, added_at, ended_at)
select md5('app' || p.id || n)::uuid, p.id, sha256(convert_to(p.id::text, 'UTF8')),
       '2026-10-01 08:00Z', case when n = 1 then timestamptz '2026-10-02 08:00Z' end
from access.person p
cross join generate_series(1, 2) n;

insert into identity.code_used (person_id, step, at)
select id, 59000000, '2026-11-20 08:00Z' from access.person;

insert into identity.recovery_code (code_hash, person_id, made_at, used_at)
select sha256(convert_to(p.id::text || 'code' || n, 'UTF8')), p.id, '2026-10-01 08:00Z',
       case when n = 1 then timestamptz '2026-10-03 08:00Z' end
from access.person p
cross join generate_series(1, 10) n;

insert into identity.invitation (token_hash, person_id, made_by, made_at, expires_at, used_at)
select sha256(convert_to('invited' || id, 'UTF8')), id, md5('person1manager')::uuid,
       '2026-10-01 07:00Z', '2026-10-03 07:00Z', '2026-10-01 08:00Z'
from access.person;

insert into identity.set_up (token_hash, made_at, used_at)
values (sha256('first'), '2026-10-01 06:00Z', null),
       (sha256('second'), '2026-10-01 06:10Z', '2026-10-01 06:20Z');

insert into identity.ceremony (id, browser_hash, kind, person_id, value, started_at, done_at)
select md5('ceremony' || k)::uuid, sha256(convert_to(k, 'UTF8')), k, md5('person1nurse')::uuid,
       convert_to('value of ' || k, 'UTF8'), '2026-11-20 08:00Z', null
from unnest(array ['new-app', 'code', 'passkey']) k;

insert into identity.device (device_hash, person_id, first_at)
select sha256(convert_to('tablet', 'UTF8')), id, '2026-10-01 08:00Z' from access.person;

insert into identity.provider_link (issuer, subject, person_id, linked_at)
select 'https://provider.example', id::text, id, '2026-10-05 08:00Z' from access.person;

insert into identity.passkey (credential_id, person_id, public_key, attestation, signature_count,
                              is_backup_eligible, is_backed_up, transports, label, added_at, used_at,
                              ended_at)
select sha256(convert_to('key' || id, 'UTF8')), id, '\x01', '\x02', 7, true, false,
       'internal,hybrid', 'Tablet ''4''', '2026-10-01 08:00Z', '2026-11-20 08:00Z', null
from access.person;
