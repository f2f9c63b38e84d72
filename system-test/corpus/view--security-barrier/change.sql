ALTER VIEW client SET (security_barrier = on);
