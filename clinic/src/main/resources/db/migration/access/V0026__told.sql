-- That somebody was told of a record opened in an emergency.
create table access.break_glass_told (
    break_glass_id uuid primary key references access.break_glass,
    clinic_id      uuid        not null,
    at             timestamptz not null
);
grant select, insert on access.break_glass_told to evenkeel_app;
call access.wall_by_clinic('access.break_glass_told');
