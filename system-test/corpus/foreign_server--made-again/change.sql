DROP SERVER elsewhere;
CREATE SERVER elsewhere TYPE 'mysql' FOREIGN DATA WRAPPER somewhere;
