-- Folded names of people of other sources, to compare them without folding again; where Dukcapil has them live.

alter table orang_sumber add column nama_cari text not null default '';
alter table orang_sumber add column wilayah_lain text;
comment on column orang_sumber.nama_cari is 'Name folded for search';
comment on column orang_sumber.wilayah_lain is 'Where Dukcapil has the person live, if outside the area of the sender: code of the village, or as written';
