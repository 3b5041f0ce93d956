-- Tries at signing in, so that a restart or a second server does not give them all back. A row is a
-- bucket: at every moment before `full_at` some of its tries are used up. Keys are hashes.
create table identity.tries (
    bucket  bytea       primary key,
    full_at timestamptz not null
);
create index on identity.tries (full_at);
grant select, insert on identity.tries to evenkeel_app;
grant update (full_at) on identity.tries to evenkeel_app;

-- What is full again says nothing; whoever tries names by the million must not fill the disk.
create function identity.forget_full_buckets() returns void
    language sql security definer set search_path = '' as
$$ delete from identity.tries where full_at < clock_timestamp() $$;
revoke all on function identity.forget_full_buckets() from public;
grant execute on function identity.forget_full_buckets() to evenkeel_app;
