CREATE TABLE "Sh.op"."dot.dot" ("dot.dot" integer);
CREATE TABLE "Sh.op"."""quoted""" ("""quoted""" integer);
CREATE TABLE "Sh.op"."line
break" ("line
break" integer);
CREATE TABLE "Sh.op"."tab	bed" ("tab	bed" integer);
CREATE TABLE "Sh.op"."esc[31mred" ("esc[31mred" integer);
CREATE TABLE "Sh.op"."bidi‮gnp" ("bidi‮gnp" integer);
CREATE TABLE "Sh.op"."grin😀" ("grin😀" integer);
CREATE TABLE "Sh.op"."zero​width" ("zero​width" integer);
CREATE TABLE "Sh.op"."Case" ("Case" integer);
CREATE TABLE "Sh.op"."case" ("case" integer);
CREATE TABLE "Sh.op"."back\slash" ("back\slash" integer);
CREATE TABLE "Sh.op"."apo'strophe" ("apo'strophe" integer);
CREATE TABLE "Sh.op"."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" integer);
CREATE TABLE "Sh.op"."eääääääääääääääääääääääääääääääääääääääää" ("eääääääääääääääääääääääääääääääääääääääää" integer);
CREATE TABLE "Sh.op"." lead and trail " (" lead and trail " integer);
CREATE TABLE "Sh.op"."%s{relation}$1" ("%s{relation}$1" integer);
CREATE TABLE "Sh.op"."é" ("é" integer);
CREATE TABLE "Sh.op"."é" ("é" integer);
