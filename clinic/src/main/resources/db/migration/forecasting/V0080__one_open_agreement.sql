-- Of one patient at most one agreement is open. Who adds one waits for others who add to the same
-- patient, and is looked at when all of the transaction is there: closing one and agreeing on the
-- next may come in either order. What stood before stays as it is.
create function forecasting.at_most_one_is_open() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('agreement ' || new.patient_id::text, 0));
    if not exists (select from forecasting.agreement_end e where e.agreement_id = new.id)
        and exists (select from forecasting.agreement a
                    where a.clinic_id = new.clinic_id and a.patient_id = new.patient_id
                      and a.id <> new.id
                      and not exists (select from forecasting.agreement_end e
                                      where e.agreement_id = a.id)) then
        raise exception 'another agreement with this patient is open'
            using errcode = 'exclusion_violation';
    end if;
    return null;
end
$$;
create constraint trigger at_most_one_is_open after insert on forecasting.agreement
    deferrable initially deferred
    for each row execute function forecasting.at_most_one_is_open();
