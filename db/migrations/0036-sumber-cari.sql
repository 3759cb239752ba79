-- Folded names of people of other sources, to compare them without folding again; where Dukcapil has them live.

alter table orang_sumber add column nama_cari text not null default '';
alter table orang_sumber add column wilayah_lain text;
comment on column orang_sumber.nama_cari is 'Name folded for search';
comment on column orang_sumber.wilayah_lain is 'Where Dukcapil has the person live, if outside the area of the sender: code of the village, or as written';

-- A decision keeps who made it and why when the value it was for is no longer told.
do $$
declare nama text;
begin
  select conname into strict nama from pg_constraint where conrelid = 'beda_sumber'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'alasan';
  execute format('alter table beda_sumber drop constraint %I', nama);
end $$;
alter table beda_sumber add constraint beda_sumber_putusan check (
  case status when 'diputus' then putusan is not null and alasan is not null and pengguna_id is not null
    when 'antre' then putusan is null end is not false);
