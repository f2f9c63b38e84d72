CREATE OPERATOR CLASS spot_ops FOR TYPE point USING gist AS OPERATOR 6 ~=, FUNCTION 7 gist_box_same(box, box, internal);
