-- A rule can be decided against by what was last told, too long ago to be known still. The same told
-- again is not covered by that.
alter table eligibility.override
    drop constraint override_state_check,
    add constraint override_state_check check (state in ('raised', 'told', 'open'));
