-- Secrets of authenticator apps are kept sealed, with a key that is no part of the database. Rows of
-- before are sealed at the next start; the application itself can neither write nor change a plain one.
alter table identity.authenticator
    alter column secret drop not null,
    add column sealed bytea,
    add check (num_nonnulls(secret, sealed) = 1);
revoke insert on identity.authenticator from evenkeel_app;
grant insert (id, person_id, sealed, added_at) on identity.authenticator to evenkeel_app;

-- What waited for the first code of a new app is good for ten minutes and was plain.
update identity.ceremony set value = '' where kind = 'new-app';
