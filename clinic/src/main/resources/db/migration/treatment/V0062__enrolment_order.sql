-- Of two enrolments at one instant the later one holds.
alter table treatment.enrolment add column number bigint generated always as identity;
