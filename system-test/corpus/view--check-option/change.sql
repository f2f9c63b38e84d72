ALTER VIEW client SET (check_option = local);
