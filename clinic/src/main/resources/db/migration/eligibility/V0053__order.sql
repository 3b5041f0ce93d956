-- Of two rows of one moment the one that was added later holds.
alter table history.fact add column number bigint generated always as identity;
alter table eligibility.decision add column number bigint generated always as identity;
alter table eligibility.setting add column number bigint generated always as identity;
