-- People and families as other sources know them, beside the registry and never part of it; what Dukcapil says of
-- a person, with its history; and decisions on fields that the sources tell differently.

create table orang_sumber (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  sumber text not null check (sumber in ('p3ke', 'regsosek', 'dukcapil', 'kks', 'pbi')),
  kunci text not null,
  impor_id uuid not null,
  rekaman_id uuid not null,
  lembar smallint not null,
  baris integer not null,
  wilayah bigint not null,
  rt smallint,
  nik text,
  nomor_kk text,
  nama text not null,
  jenis_kelamin smallint,
  tempat_lahir text,
  tanggal_lahir date,
  alamat text,
  nama_ibu text,
  hubungan smallint,
  desil smallint check (desil between 1 and 10),
  pekerjaan smallint,
  keadaan text,
  jawaban jsonb not null default '{}',
  berlaku date not null,
  kunci_keluarga text,
  hash bytea not null,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id)
);
create unique index orang_sumber_kunci on orang_sumber (kab, sumber, kunci);
create index orang_sumber_nik on orang_sumber (nik) where nik is not null;
create index orang_sumber_wilayah on orang_sumber (wilayah, sumber);
create index orang_sumber_keluarga on orang_sumber (kab, sumber, kunci_keluarga) where kunci_keluarga is not null;
call lindungi_wilayah('orang_sumber');
comment on table orang_sumber is 'One person as one source knows them, newest row of each; never the registry itself (distributed by kab)';
comment on column orang_sumber.kab is 'Partition: kab/kota code at first entry, never changed';
comment on column orang_sumber.id is 'Identity; stays with the person of the source from file to file';
comment on column orang_sumber.sumber is 'Who tells: p3ke, regsosek, dukcapil, kks, pbi';
comment on column orang_sumber.kunci is 'Key of the person in the source, or what stands for it';
comment on column orang_sumber.impor_id is 'File that brought the newest row';
comment on column orang_sumber.rekaman_id is 'Source row that it was read from';
comment on column orang_sumber.lembar is 'Sheet of that row, from 1';
comment on column orang_sumber.baris is 'Number of that row, from 1';
comment on column orang_sumber.wilayah is 'Village; the area of the sender (a code that ends in zeros) where the file tells none';
comment on column orang_sumber.rt is 'Rukun tetangga';
comment on column orang_sumber.nik is 'Population number as the source has it; the one asked for where Dukcapil knows none';
comment on column orang_sumber.nomor_kk is 'Number of the family card as the source has it';
comment on column orang_sumber.nama is 'Name as the source writes it';
comment on column orang_sumber.jenis_kelamin is '1 male, 2 female';
comment on column orang_sumber.tempat_lahir is 'Place of birth';
comment on column orang_sumber.tanggal_lahir is 'Date of birth';
comment on column orang_sumber.alamat is 'Address';
comment on column orang_sumber.nama_ibu is 'Maiden name of the mother';
comment on column orang_sumber.hubungan is 'Relation to the head of family (code list hubungan)';
comment on column orang_sumber.desil is 'Welfare decile in the source; 1 is the poorest';
comment on column orang_sumber.pekerjaan is 'Occupation by the list of Dukcapil';
comment on column orang_sumber.keadaan is 'What Dukcapil answered of this number; null where the source is another';
comment on column orang_sumber.jawaban is 'Answers by variable, in the codes of the dictionary of variables';
comment on column orang_sumber.berlaku is 'Day the row speaks of';
comment on column orang_sumber.kunci_keluarga is 'Key of the family in the source';
comment on column orang_sumber.hash is 'Hash of the source row';
comment on column orang_sumber.dibuat_pada is 'First seen at';
comment on column orang_sumber.diubah_pada is 'Changed at';

create table keluarga_sumber (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  sumber text not null check (sumber in ('p3ke', 'regsosek', 'kks')),
  kunci text not null,
  impor_id uuid not null,
  rekaman_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  nomor_kk text,
  nama_kepala text,
  alamat text,
  desil smallint check (desil between 1 and 10),
  jawaban jsonb not null default '{}',
  berlaku date not null,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id)
);
create unique index keluarga_sumber_kunci on keluarga_sumber (kab, sumber, kunci);
create index keluarga_sumber_nomor_kk on keluarga_sumber (nomor_kk) where nomor_kk is not null;
create index keluarga_sumber_wilayah on keluarga_sumber (wilayah, sumber);
call lindungi_wilayah('keluarga_sumber');
comment on table keluarga_sumber is 'One family as one source knows it, sheets of the source joined by its key (distributed by kab)';
comment on column keluarga_sumber.kab is 'Partition: kab/kota code at first entry, never changed';
comment on column keluarga_sumber.id is 'Identity; stays with the family of the source from file to file';
comment on column keluarga_sumber.sumber is 'Who tells: p3ke, regsosek, kks';
comment on column keluarga_sumber.kunci is 'Key of the family in the source';
comment on column keluarga_sumber.impor_id is 'File that brought the newest row';
comment on column keluarga_sumber.rekaman_id is 'Newest source row that it was read from';
comment on column keluarga_sumber.wilayah is 'Village; the area of the sender (a code that ends in zeros) where the file tells none';
comment on column keluarga_sumber.rt is 'Rukun tetangga';
comment on column keluarga_sumber.nomor_kk is 'Number of the family card as the source has it';
comment on column keluarga_sumber.nama_kepala is 'Head of the family as the source writes it';
comment on column keluarga_sumber.alamat is 'Address';
comment on column keluarga_sumber.desil is 'Welfare decile in the source; 1 is the poorest';
comment on column keluarga_sumber.jawaban is 'Answers of household and family by variable, in the codes of the dictionary of variables';
comment on column keluarga_sumber.berlaku is 'Day the newest row speaks of';
comment on column keluarga_sumber.dibuat_pada is 'First seen at';
comment on column keluarga_sumber.diubah_pada is 'Changed at';

create table keadaan_dukcapil (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  individu_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keadaan text not null check (keadaan in ('PADAN', 'TIDAK_PADAN_NAMA', 'TIDAK_PADAN_TGL_LAHIR', 'TIDAK_PADAN_NO_KK',
    'NIK_TIDAK_DITEMUKAN', 'NIK_GANDA', 'MENINGGAL', 'BELUM_REKAM_KTPEL', 'NONAKTIF', 'BELUM_DIPADANKAN')),
  beda text[] not null default '{}',
  tanggal date not null,
  sumber_kab smallint,
  sumber_id uuid,
  pengguna_id uuid,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id)
);
create index keadaan_dukcapil_individu on keadaan_dukcapil (kab, individu_id, id desc);
create index keadaan_dukcapil_wilayah on keadaan_dukcapil (wilayah, keadaan);
call lindungi_wilayah('keadaan_dukcapil', 'select, insert', 'select, insert');
comment on table keadaan_dukcapil is 'How a person of the registry agrees with Dukcapil: one row per change, the newest holds (distributed by kab, append-only)';
comment on column keadaan_dukcapil.kab is 'Partition';
comment on column keadaan_dukcapil.id is 'Identity; newer is greater';
comment on column keadaan_dukcapil.individu_id is 'Person';
comment on column keadaan_dukcapil.keluarga_id is 'Family at that time';
comment on column keadaan_dukcapil.wilayah is 'Village today';
comment on column keadaan_dukcapil.rt is 'Rukun tetangga';
comment on column keadaan_dukcapil.keadaan is 'The status';
comment on column keadaan_dukcapil.beda is 'Fields that differ from the answer: nama, tanggal_lahir, nomor_kk, jenis_kelamin';
comment on column keadaan_dukcapil.tanggal is 'Day that the answer speaks of, or on which it was compared again';
comment on column keadaan_dukcapil.sumber_kab is 'Partition of the answer';
comment on column keadaan_dukcapil.sumber_id is 'The answer: a row of orang_sumber; null where there is none';
comment on column keadaan_dukcapil.pengguna_id is 'Who had it compared; null where a file did';
comment on column keadaan_dukcapil.dibuat_pada is 'Compared at';

create table beda_sumber (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  individu_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  bidang text not null,
  dipercaya text not null,
  nilai text,
  nilai_semua jsonb not null,
  taruhan integer not null,
  status text not null default 'antre' check (status in ('antre', 'diputus', 'gugur')),
  putusan text,
  alasan text,
  pengguna_id uuid references pengguna (id),
  diputus_pada timestamptz,
  versi integer not null default 1,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  check ((status = 'diputus') = (putusan is not null and alasan is not null and pengguna_id is not null))
);
create unique index beda_sumber_bidang on beda_sumber (kab, individu_id, bidang) where status <> 'gugur';
create index beda_sumber_antre on beda_sumber (wilayah, status, taruhan desc, id);
call lindungi_wilayah('beda_sumber');
comment on table beda_sumber is 'A field of a person that the sources tell differently, and what was decided (distributed by kab)';
comment on column beda_sumber.kab is 'Partition';
comment on column beda_sumber.id is 'Identity';
comment on column beda_sumber.individu_id is 'Person';
comment on column beda_sumber.keluarga_id is 'Family';
comment on column beda_sumber.wilayah is 'Village today';
comment on column beda_sumber.rt is 'Rukun tetangga';
comment on column beda_sumber.bidang is 'Field: nama, nik, tanggal_lahir …';
comment on column beda_sumber.dipercaya is 'Source that the rules believe';
comment on column beda_sumber.nilai is 'The value of that source';
comment on column beda_sumber.nilai_semua is 'Each source with its value and day, as they were found or decided on';
comment on column beda_sumber.taruhan is 'What is at stake, in points of the policy; the queue begins with the most';
comment on column beda_sumber.status is 'antre, diputus, gugur (the sources agree again)';
comment on column beda_sumber.putusan is 'Source whose value was decided for';
comment on column beda_sumber.alasan is 'Why';
comment on column beda_sumber.pengguna_id is 'Who decided';
comment on column beda_sumber.diputus_pada is 'When it was decided';
comment on column beda_sumber.versi is 'Version of the row';
comment on column beda_sumber.dibuat_pada is 'Found at';
