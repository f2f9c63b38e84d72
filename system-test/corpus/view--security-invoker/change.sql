ALTER VIEW client SET (security_invoker = on);
