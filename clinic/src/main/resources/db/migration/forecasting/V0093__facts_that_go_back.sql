-- Facts can go back to what they were the same day (a move to another protocol taken back). What is
-- forecast then is stored again, behind the forecast made in between: the latest is the one compared,
-- and of two that bear the same time the one stored later.
alter table forecasting.shadow
    drop constraint shadow_clinic_id_patient_id_input_hash_as_of_target_key,
    add column number bigint generated always as identity;
