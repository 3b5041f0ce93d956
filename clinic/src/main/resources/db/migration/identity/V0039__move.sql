-- Somebody with several memberships goes from one to another within their session. The factors they
-- gave and when stay as they were.
grant update (in_clinic, in_role) on identity.session to evenkeel_app;
