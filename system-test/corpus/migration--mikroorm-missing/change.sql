DELETE FROM mikro_orm_migrations WHERE id = 2;
