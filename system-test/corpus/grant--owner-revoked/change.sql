REVOKE DELETE ON account FROM postgres;
