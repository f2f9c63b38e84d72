CREATE ACCESS METHOD heap_of_our_own TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE job (id bigint);
