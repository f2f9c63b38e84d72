ALTER SUBSCRIPTION inbound SET (origin = none, password_required = false, run_as_owner = true);
