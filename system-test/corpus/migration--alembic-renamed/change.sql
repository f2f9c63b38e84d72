DELETE FROM shop_revision;
