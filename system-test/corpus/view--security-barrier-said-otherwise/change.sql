ALTER VIEW client SET (security_barrier = 1);
