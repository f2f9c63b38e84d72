-- What receivers called the messages that they took, so that later ones can update or resolve them.

alter table delivery add column reference text;
comment on column delivery.reference is 'what the receiver called what it made of the message';

create index delivery_message on delivery (receiver, message) where message is not null;
