ALTER TYPE point_in_time ADD ATTRIBUTE note text CASCADE;
