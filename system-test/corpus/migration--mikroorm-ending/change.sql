UPDATE mikro_orm_migrations SET name = name || '.ts';
