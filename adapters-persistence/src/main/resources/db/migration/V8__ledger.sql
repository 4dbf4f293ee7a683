alter table top_ups add column pay_url varchar;
