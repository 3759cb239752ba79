-- A household whose members come in another file: what its own row stated, to be held against them.

alter table ruta add column jumlah_tercatat smallint;
comment on column ruta.jumlah_tercatat is 'Members as stated by the household''s own row in its source';
