-- Events of life: who holds a family's card and when, the mother by her record, who answers for newcomers.

create table pengurus (
  kab smallint not null,
  keluarga_id uuid not null,
  individu_id uuid,
  wali_nama text,
  wali_nik text,
  wali_hubungan text,
  surat_nomor text,
  surat_tanggal date,
  wilayah bigint not null,
  rt smallint,
  dari date not null,
  sampai date,
  sumber text not null,
  primary key (kab, keluarga_id, dari),
  check (sampai is null or sampai > dari),
  check ((individu_id is null) <> (wali_nama is null)),
  check (wali_nama is null or (wali_hubungan is not null and surat_nomor is not null and surat_tanggal is not null)),
  foreign key (kab, keluarga_id) references keluarga (kab, id),
  foreign key (kab, individu_id) references individu (kab, id),
  constraint pengurus_satu exclude using gist (kab with =, keluarga_id with =, daterange(dari, sampai) with &&)
);
create index pengurus_individu on pengurus (kab, individu_id) where individu_id is not null;
call lindungi_wilayah('pengurus');
comment on table pengurus is 'Who holds the card and account of a family, from–to; never two on one day (distributed by kab)';
comment on column pengurus.kab is 'Partition';
comment on column pengurus.keluarga_id is 'Family';
comment on column pengurus.individu_id is 'Member who holds it; null for a guardian';
comment on column pengurus.wali_nama is 'Guardian from outside the family';
comment on column pengurus.wali_nik is 'NIK of the guardian, where known';
comment on column pengurus.wali_hubungan is 'What the guardian is to the family';
comment on column pengurus.surat_nomor is 'Number of the letter that names the guardian';
comment on column pengurus.surat_tanggal is 'Day of that letter';
comment on column pengurus.wilayah is 'Village';
comment on column pengurus.rt is 'Rukun tetangga';
comment on column pengurus.dari is 'First day';
comment on column pengurus.sampai is 'First day after; null is now';
comment on column pengurus.sumber is 'Event that began it';

alter table individu add column ibu_id uuid;
comment on column individu.ibu_id is 'The mother by her record, where she is registered';

alter table keluarga add column penanggung_wilayah bigint;
comment on column keluarga.penanggung_wilayah is 'Village that answers for a family whose card is of elsewhere';

alter table usulan add column akibat jsonb;
comment on column usulan.akibat is 'Rows as they stood before and after a report of death, so that a wrong one can be taken back';
