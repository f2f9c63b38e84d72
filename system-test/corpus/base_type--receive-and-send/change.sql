ALTER TYPE cents SET (RECEIVE = cents_recv, SEND = cents_send);
