-- The registry: house, family, person, dated membership; source rows; who receives; roll-ups.
-- Every table is distributed by kab; every key starts with it; nothing may be deleted.

create table ruta (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  wilayah_tercatat bigint not null,
  rt smallint,
  rw smallint,
  sls text,
  alamat text,
  lintang double precision,
  bujur double precision,
  nama_kepala text,
  keluarga_id uuid,
  jumlah_anggota smallint not null default 0,
  survei_id uuid,
  versi integer not null default 1,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id)
);
create index ruta_wilayah on ruta (wilayah, rt);
call lindungi_wilayah('ruta');
comment on table ruta is 'Household: the house and those who eat together; may hold several families (distributed by kab)';
comment on column ruta.kab is 'Partition: kab/kota code at first entry, never changed';
comment on column ruta.id is 'Identity';
comment on column ruta.wilayah is 'Village today';
comment on column ruta.wilayah_tercatat is 'Village as recorded, never changed';
comment on column ruta.rt is 'Rukun tetangga';
comment on column ruta.rw is 'Rukun warga';
comment on column ruta.sls is 'Smallest local unit as written in the source';
comment on column ruta.alamat is 'Address';
comment on column ruta.lintang is 'Latitude, degrees';
comment on column ruta.bujur is 'Longitude, degrees';
comment on column ruta.nama_kepala is 'Name of the head of household';
comment on column ruta.keluarga_id is 'Family of the head of household';
comment on column ruta.jumlah_anggota is 'Living members now, of all its families';
comment on column ruta.survei_id is 'Newest valid row of survei_ruta';
comment on column ruta.versi is 'Rises with every change';
comment on column ruta.dibuat_pada is 'Entered at';
comment on column ruta.diubah_pada is 'Changed at';

create table keluarga (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  ruta_id uuid not null,
  wilayah bigint not null,
  wilayah_tercatat bigint not null,
  rt smallint,
  rw smallint,
  urutan_ruta smallint not null default 1,
  nomor_kk text,
  nama_kepala text not null,
  nama_kepala_cari text not null,
  alamat text,
  domisili_wilayah bigint,
  domisili_alamat text,
  jumlah_anggota smallint not null default 0,
  status text not null default 'aktif' check (status in ('aktif', 'nonaktif', 'habis', 'pindah')),
  status_dari date,
  kelayakan text not null default 'belum_dinilai' check (kelayakan in ('layak', 'belum_dinilai', 'tidak_layak')),
  kelayakan_sampai date,
  ditandai boolean not null default false,
  survei_id uuid,
  versi integer not null default 1,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  keluarga_id uuid generated always as (id) stored,
  primary key (kab, id),
  foreign key (kab, ruta_id) references ruta (kab, id)
);
create index keluarga_wilayah on keluarga (wilayah, (coalesce(rt, 0::smallint)), id);
create index keluarga_ruta on keluarga (kab, ruta_id);
create index keluarga_nomor_kk on keluarga (nomor_kk, kab) where nomor_kk is not null;
call lindungi_wilayah('keluarga');
comment on table keluarga is 'Family (KK) (distributed by kab)';
comment on column keluarga.kab is 'Partition: kab/kota code at first entry, never changed';
comment on column keluarga.id is 'Identity';
comment on column keluarga.ruta_id is 'Household it lives in';
comment on column keluarga.wilayah is 'Village today';
comment on column keluarga.wilayah_tercatat is 'Village as recorded, never changed';
comment on column keluarga.rt is 'Rukun tetangga';
comment on column keluarga.rw is 'Rukun warga';
comment on column keluarga.urutan_ruta is 'Number of the family within its household; 1 is the family of the head of household';
comment on column keluarga.nomor_kk is 'Number of the family card, 16 digits; neither unique nor complete';
comment on column keluarga.nama_kepala is 'Name of the head of family';
comment on column keluarga.nama_kepala_cari is 'The same, folded for search';
comment on column keluarga.alamat is 'Address on the family card';
comment on column keluarga.domisili_wilayah is 'Where the family lives, when that differs from the card';
comment on column keluarga.domisili_alamat is 'Address where it lives, when that differs';
comment on column keluarga.jumlah_anggota is 'Living members now';
comment on column keluarga.status is 'aktif, nonaktif, habis (no member left), pindah';
comment on column keluarga.status_dari is 'Day since which the status holds';
comment on column keluarga.kelayakan is 'Current status of eligibility; its history is in kelayakan';
comment on column keluarga.kelayakan_sampai is 'Day on which the eligibility must have been looked at again';
comment on column keluarga.ditandai is 'Some value needs a look (perlu dicek)';
comment on column keluarga.survei_id is 'Newest valid row of survei_keluarga';
comment on column keluarga.versi is 'Rises with every change';
comment on column keluarga.dibuat_pada is 'Entered at';
comment on column keluarga.diubah_pada is 'Changed at';
comment on column keluarga.keluarga_id is 'The same as id, so that every table with personal data names its family';

create table individu (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  keluarga_id uuid not null,
  ruta_id uuid not null,
  wilayah bigint not null,
  wilayah_tercatat bigint not null,
  rt smallint,
  nama text not null,
  nama_cari text not null,
  nik text,
  alasan_tanpa_nik text,
  jenis_kelamin smallint,
  tempat_lahir text,
  tanggal_lahir date,
  umur_tercatat smallint,
  umur_tanggal date,
  nama_ibu text,
  hubungan smallint,
  hubungan_ruta smallint,
  urutan smallint,
  status text not null default 'aktif' check (status in ('aktif', 'meninggal', 'pindah', 'tidak_ditemukan')),
  status_dari date,
  asal_kab smallint,
  survei_id uuid,
  versi integer not null default 1,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index individu_keluarga on individu (kab, keluarga_id);
create index individu_nik on individu (nik, kab, id) where nik is not null;
create index individu_nama on individu using gin (kab, (string_to_array(nama_cari, ' ')));
call lindungi_wilayah('individu');
comment on table individu is 'Person (distributed by kab)';
comment on column individu.kab is 'Partition: kab/kota code at first entry, never changed; moving to another is a new row';
comment on column individu.id is 'Identity; kept when a person moves to another kab';
comment on column individu.keluarga_id is 'Family now';
comment on column individu.ruta_id is 'Household now';
comment on column individu.wilayah is 'Village today';
comment on column individu.wilayah_tercatat is 'Village as recorded, never changed';
comment on column individu.rt is 'Rukun tetangga';
comment on column individu.nama is 'Name as written in the source';
comment on column individu.nama_cari is 'Name folded for search';
comment on column individu.nik is 'Population number, 16 digits; neither unique nor complete';
comment on column individu.alasan_tanpa_nik is 'Why there is no NIK';
comment on column individu.jenis_kelamin is '1 male, 2 female';
comment on column individu.tempat_lahir is 'Place of birth';
comment on column individu.tanggal_lahir is 'Date of birth';
comment on column individu.umur_tercatat is 'Age in years where only the age is known';
comment on column individu.umur_tanggal is 'Day on which that age was recorded';
comment on column individu.nama_ibu is 'Maiden name of the mother';
comment on column individu.hubungan is 'Relation to the head of family (code list hubungan)';
comment on column individu.hubungan_ruta is 'Relation to the head of household (code list hubungan)';
comment on column individu.urutan is 'Number in the household list';
comment on column individu.status is 'aktif, meninggal, pindah, tidak_ditemukan';
comment on column individu.status_dari is 'Day since which the status holds';
comment on column individu.asal_kab is 'Partition this row came from on a move';
comment on column individu.survei_id is 'Newest valid row of survei_individu';
comment on column individu.versi is 'Rises with every change';
comment on column individu.dibuat_pada is 'Entered at';
comment on column individu.diubah_pada is 'Changed at';

create table keanggotaan (
  kab smallint not null,
  individu_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  dari date not null,
  sampai date,
  sumber text not null,
  primary key (kab, individu_id, dari),
  check (sampai is null or sampai > dari),
  foreign key (kab, individu_id) references individu (kab, id),
  constraint keanggotaan_satu_keluarga exclude using gist (kab with =, individu_id with =, daterange(dari, sampai) with &&)
);
create index keanggotaan_keluarga on keanggotaan (kab, keluarga_id);
call lindungi_wilayah('keanggotaan');
comment on table keanggotaan is 'Who belonged to which family when; never two families on one day (distributed by kab)';
comment on column keanggotaan.kab is 'Partition';
comment on column keanggotaan.individu_id is 'Person';
comment on column keanggotaan.keluarga_id is 'Family';
comment on column keanggotaan.wilayah is 'Village today';
comment on column keanggotaan.rt is 'Rukun tetangga';
comment on column keanggotaan.dari is 'First day';
comment on column keanggotaan.sampai is 'First day after; null is now';
comment on column keanggotaan.sumber is 'Event or source that began it';

create table nik_lokasi (
  nik text not null,
  kab smallint not null,
  individu_id uuid not null,
  primary key (nik, kab, individu_id)
);
grant select, insert on nik_lokasi to siks_job;
grant select on nik_lokasi to siks_cari;
comment on table nik_lokasi is 'Which partition holds a NIK: look-ups without kab (distributed by nik)';
comment on column nik_lokasi.nik is 'Population number';
comment on column nik_lokasi.kab is 'Partition that holds the person';
comment on column nik_lokasi.individu_id is 'Person';

create table rukun_tetangga (
  kab smallint not null,
  wilayah bigint not null,
  rt smallint not null,
  rw smallint,
  dari date not null,
  sampai date,
  sumber text not null,
  primary key (kab, wilayah, rt, dari)
);
call lindungi_wilayah('rukun_tetangga');
comment on table rukun_tetangga is 'Register of RT per village, dated (distributed by kab)';
comment on column rukun_tetangga.kab is 'Partition';
comment on column rukun_tetangga.wilayah is 'Village';
comment on column rukun_tetangga.rt is 'Number of the rukun tetangga';
comment on column rukun_tetangga.rw is 'Number of the rukun warga';
comment on column rukun_tetangga.dari is 'First day';
comment on column rukun_tetangga.sampai is 'First day after; null is now';
comment on column rukun_tetangga.sumber is 'Where it was first seen';

-- Imports ---------------------------------------------------------------------------------------
create table impor (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  nama_berkas text not null,
  sidik text not null,
  ukuran bigint not null,
  format text,
  tanggal_data date,
  status text not null default 'diunggah' check (status in ('diunggah', 'dibaca', 'digabung', 'selesai', 'ditolak', 'gagal')),
  masalah jsonb,
  judul_kolom jsonb,
  catatan_berkas jsonb not null default '[]',
  jumlah_baris integer,
  diterima integer not null default 0,
  ditandai integer not null default 0,
  ditahan integer not null default 0,
  tidak_berubah integer not null default 0,
  ringkasan jsonb not null default '{}',
  pekerjaan_id uuid,
  pengguna_id uuid,
  dibuat_pada timestamptz not null default now(),
  selesai_pada timestamptz,
  primary key (kab, id)
);
create index impor_terbaru on impor (wilayah, dibuat_pada desc);
call lindungi_wilayah('impor');
comment on table impor is 'One incoming file and what became of its rows (distributed by kab)';
comment on column impor.kab is 'Partition of the uploader';
comment on column impor.id is 'Identity';
comment on column impor.wilayah is 'Area of the uploader: nothing outside it is merged';
comment on column impor.nama_berkas is 'File name as sent; shown, never used as a path';
comment on column impor.sidik is 'SHA-256 of the file';
comment on column impor.ukuran is 'Bytes';
comment on column impor.format is 'Recognised format: a name in policy/impor';
comment on column impor.tanggal_data is 'Day the data speak of';
comment on column impor.status is 'diunggah, dibaca, digabung, selesai, ditolak, gagal';
comment on column impor.masalah is 'Why the file was refused, as a problem';
comment on column impor.judul_kolom is 'Header texts per sheet';
comment on column impor.catatan_berkas is 'Notes on the file as a whole';
comment on column impor.jumlah_baris is 'Data rows in the file';
comment on column impor.diterima is 'Rows accepted without remark';
comment on column impor.ditandai is 'Rows accepted and flagged';
comment on column impor.ditahan is 'Rows held back';
comment on column impor.tidak_berubah is 'Of the accepted: rows already known, unchanged';
comment on column impor.ringkasan is 'Counts of what was added and changed';
comment on column impor.pekerjaan_id is 'Job that reads it';
comment on column impor.pengguna_id is 'Who sent it';
comment on column impor.dibuat_pada is 'Sent at';
comment on column impor.selesai_pada is 'Done at';

create table rekaman_sumber (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  impor_id uuid not null,
  format text not null,
  lembar smallint not null default 1,
  baris integer not null,
  kunci_ruta text,
  kunci_anggota text,
  hash bytea not null,
  isi text[] not null,
  status text not null check (status in ('diterima', 'ditandai', 'ditahan', 'diganti')),
  asal_id uuid,
  wilayah bigint not null,
  rt smallint,
  ruta_id uuid,
  keluarga_id uuid,
  individu_id uuid,
  primary key (kab, id)
);
create index rekaman_sumber_kunci on rekaman_sumber (kab, format, kunci_ruta, kunci_anggota);
create index rekaman_sumber_impor on rekaman_sumber (kab, impor_id, lembar, baris);
call lindungi_wilayah('rekaman_sumber');
comment on table rekaman_sumber is 'Every imported row as it came, and what it fed (distributed by kab)';
comment on column rekaman_sumber.kab is 'Partition; of the uploader while the region is unknown';
comment on column rekaman_sumber.id is 'Identity';
comment on column rekaman_sumber.impor_id is 'File';
comment on column rekaman_sumber.format is 'Format of the file';
comment on column rekaman_sumber.lembar is 'Sheet, from 1';
comment on column rekaman_sumber.baris is 'Row in the sheet, from 1';
comment on column rekaman_sumber.kunci_ruta is 'Key of the household in the source';
comment on column rekaman_sumber.kunci_anggota is 'Key of the member in the source';
comment on column rekaman_sumber.hash is 'Hash of the row, to see whether it changed';
comment on column rekaman_sumber.isi is 'The cells as they came; headers are in impor.judul_kolom';
comment on column rekaman_sumber.status is 'diterima, ditandai, ditahan, diganti (mended by a later row)';
comment on column rekaman_sumber.asal_id is 'Row that this one mends';
comment on column rekaman_sumber.wilayah is 'Village, or the area of the uploader while unknown';
comment on column rekaman_sumber.rt is 'Rukun tetangga';
comment on column rekaman_sumber.ruta_id is 'Household it fed';
comment on column rekaman_sumber.keluarga_id is 'Family it fed';
comment on column rekaman_sumber.individu_id is 'Person it fed';

create table impor_temuan (
  kab smallint not null,
  impor_id uuid not null,
  lembar smallint not null,
  baris integer not null,
  urutan smallint not null,
  rekaman_id uuid,
  kolom text,
  nilai text,
  tingkat text not null check (tingkat in ('salah', 'perlu_dicek', 'catatan')),
  kode text not null,
  rincian jsonb,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  primary key (kab, impor_id, lembar, baris, urutan)
);
call lindungi_wilayah('impor_temuan', 'select, insert', 'select, insert');
comment on table impor_temuan is 'What was found in a row of a file: column, value, cause (distributed by kab)';
comment on column impor_temuan.kab is 'Partition of the import';
comment on column impor_temuan.impor_id is 'File';
comment on column impor_temuan.lembar is 'Sheet, from 1';
comment on column impor_temuan.baris is 'Row in the sheet, from 1';
comment on column impor_temuan.urutan is 'Number of the finding in its row';
comment on column impor_temuan.rekaman_id is 'Source row';
comment on column impor_temuan.kolom is 'Column as headed in the file';
comment on column impor_temuan.nilai is 'Value as it came';
comment on column impor_temuan.tingkat is 'salah (the row is held), perlu_dicek (kept, flagged), catatan';
comment on column impor_temuan.kode is 'Cause: a code of the catalogue';
comment on column impor_temuan.rincian is 'Details for the text of the cause';
comment on column impor_temuan.wilayah is 'Village of the row';
comment on column impor_temuan.rt is 'Rukun tetangga';
comment on column impor_temuan.keluarga_id is 'Family of the row';

create table impor_pertanyaan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  impor_id uuid not null,
  jenis text not null,
  nilai text not null,
  jumlah_baris integer not null default 0,
  pilihan jsonb not null default '[]',
  jawaban text,
  dijawab_oleh uuid,
  dijawab_pada timestamptz,
  wilayah bigint not null,
  primary key (kab, id),
  unique (kab, impor_id, jenis, nilai)
);
call lindungi_wilayah('impor_pertanyaan');
comment on table impor_pertanyaan is 'What a file leaves open, asked once per distinct value (distributed by kab)';
comment on column impor_pertanyaan.kab is 'Partition of the import';
comment on column impor_pertanyaan.id is 'Identity';
comment on column impor_pertanyaan.impor_id is 'File';
comment on column impor_pertanyaan.jenis is 'Kind: wilayah, urutan tanggal …';
comment on column impor_pertanyaan.nilai is 'The distinct value asked about';
comment on column impor_pertanyaan.jumlah_baris is 'Rows that wait for the answer';
comment on column impor_pertanyaan.pilihan is 'Likely answers, best first';
comment on column impor_pertanyaan.jawaban is 'The answer';
comment on column impor_pertanyaan.dijawab_oleh is 'Who answered';
comment on column impor_pertanyaan.dijawab_pada is 'When';
comment on column impor_pertanyaan.wilayah is 'Area of the uploader';

create table perubahan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  unit text not null check (unit in ('ruta', 'keluarga', 'individu')),
  subjek_id uuid not null,
  kolom text not null,
  lama text,
  baru text,
  tanggal date not null,
  sumber text not null,
  rekaman_id uuid,
  pengguna_id uuid,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id)
);
create index perubahan_subjek on perubahan (kab, subjek_id, id);
create index perubahan_keluarga on perubahan (kab, keluarga_id, id);
call lindungi_wilayah('perubahan', 'select, insert', 'select, insert');
comment on table perubahan is 'History of identity fields: old and new value, when, from where (distributed by kab, append-only)';
comment on column perubahan.kab is 'Partition';
comment on column perubahan.id is 'Identity';
comment on column perubahan.unit is 'ruta, keluarga or individu';
comment on column perubahan.subjek_id is 'Whose field';
comment on column perubahan.kolom is 'Field';
comment on column perubahan.lama is 'Value before';
comment on column perubahan.baru is 'Value after';
comment on column perubahan.tanggal is 'Day on which the new value holds';
comment on column perubahan.sumber is 'Where it came from';
comment on column perubahan.rekaman_id is 'Source row';
comment on column perubahan.pengguna_id is 'Who entered it';
comment on column perubahan.wilayah is 'Village';
comment on column perubahan.rt is 'Rukun tetangga';
comment on column perubahan.keluarga_id is 'Family';
comment on column perubahan.dibuat_pada is 'Entered at';

-- Eligibility, receipts, ranks made elsewhere ---------------------------------------------------
create table kelayakan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  status text not null check (status in ('layak', 'belum_dinilai', 'tidak_layak')),
  dasar text not null,
  tanggal date not null,
  berlaku_sampai date,
  sumber text not null,
  pengguna_id uuid,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index kelayakan_keluarga on kelayakan (kab, keluarga_id, tanggal desc);
call lindungi_wilayah('kelayakan', 'select, insert', 'select, insert');
comment on table kelayakan is 'Eligibility of a family: status, ground, date, expiry (distributed by kab, append-only)';
comment on column kelayakan.kab is 'Partition';
comment on column kelayakan.id is 'Identity';
comment on column kelayakan.keluarga_id is 'Family';
comment on column kelayakan.wilayah is 'Village';
comment on column kelayakan.rt is 'Rukun tetangga';
comment on column kelayakan.status is 'layak, belum_dinilai, tidak_layak';
comment on column kelayakan.dasar is 'Ground in words';
comment on column kelayakan.tanggal is 'Day since which it holds';
comment on column kelayakan.berlaku_sampai is 'Day on which it must have been looked at again';
comment on column kelayakan.sumber is 'Visit, meeting, file';
comment on column kelayakan.pengguna_id is 'Who entered it';
comment on column kelayakan.dibuat_pada is 'Entered at';

create table penerimaan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  program text not null,
  dari date not null,
  sampai date,
  sumber text not null,
  rekaman_id uuid,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id),
  unique (kab, keluarga_id, program, dari)
);
create index penerimaan_kini on penerimaan (program, wilayah, keluarga_id) where sampai is null;
call lindungi_wilayah('penerimaan');
comment on table penerimaan is 'Which family receives which programme, from–to (distributed by kab)';
comment on column penerimaan.kab is 'Partition';
comment on column penerimaan.id is 'Identity';
comment on column penerimaan.keluarga_id is 'Family';
comment on column penerimaan.wilayah is 'Village';
comment on column penerimaan.rt is 'Rukun tetangga';
comment on column penerimaan.program is 'Programme: rastra, pkh, bpnt …';
comment on column penerimaan.dari is 'First day known';
comment on column penerimaan.sampai is 'First day after; null is now';
comment on column penerimaan.sumber is 'Where it is known from';
comment on column penerimaan.rekaman_id is 'Source row';
comment on column penerimaan.dibuat_pada is 'Entered at';

create table peringkat_luar (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  sumber text not null,
  jenis text not null check (jenis in ('persentil', 'desil', 'peringkat')),
  nilai integer not null,
  tanggal date not null,
  rekaman_id uuid,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index peringkat_luar_keluarga on peringkat_luar (kab, keluarga_id, tanggal desc);
call lindungi_wilayah('peringkat_luar', 'select, insert', 'select, insert');
comment on table peringkat_luar is 'Ranks and deciles computed elsewhere, kept beside ours, never mixed (distributed by kab, append-only)';
comment on column peringkat_luar.kab is 'Partition';
comment on column peringkat_luar.id is 'Identity';
comment on column peringkat_luar.keluarga_id is 'Family';
comment on column peringkat_luar.wilayah is 'Village';
comment on column peringkat_luar.rt is 'Rukun tetangga';
comment on column peringkat_luar.sumber is 'Who computed it: PBDT 2015, P3KE, DTSEN';
comment on column peringkat_luar.jenis is 'persentil, desil or peringkat';
comment on column peringkat_luar.nilai is 'The value; 1 is the poorest';
comment on column peringkat_luar.tanggal is 'Day it speaks of';
comment on column peringkat_luar.rekaman_id is 'Source row';
comment on column peringkat_luar.dibuat_pada is 'Entered at';

-- Roll-ups, maintained with the writes ----------------------------------------------------------
create table rekap_rt (
  kab smallint not null,
  wilayah bigint not null,
  rt smallint not null,
  ruta integer not null default 0,
  keluarga integer not null default 0,
  individu integer not null default 0,
  ditandai integer not null default 0,
  tanpa_nik integer not null default 0,
  tidak_layak integer not null default 0,
  diubah_pada timestamptz not null default now(),
  primary key (kab, wilayah, rt)
);
create index rekap_rt_wilayah on rekap_rt (wilayah, rt);
call lindungi_wilayah('rekap_rt');
comment on table rekap_rt is 'Counts per RT (distributed by kab)';
comment on column rekap_rt.kab is 'Partition';
comment on column rekap_rt.wilayah is 'Village';
comment on column rekap_rt.rt is 'Rukun tetangga; 0 where unknown';
comment on column rekap_rt.ruta is 'Households';
comment on column rekap_rt.keluarga is 'Active families';
comment on column rekap_rt.individu is 'Living members of active families';
comment on column rekap_rt.ditandai is 'Families with something to check';
comment on column rekap_rt.tanpa_nik is 'Persons without NIK';
comment on column rekap_rt.tidak_layak is 'Families found not eligible';
comment on column rekap_rt.diubah_pada is 'Counted at';

create table rekap_penerimaan (
  kab smallint not null,
  wilayah bigint not null,
  rt smallint not null,
  program text not null,
  keluarga integer not null default 0,
  diubah_pada timestamptz not null default now(),
  primary key (kab, wilayah, rt, program)
);
create index rekap_penerimaan_wilayah on rekap_penerimaan (wilayah, program);
call lindungi_wilayah('rekap_penerimaan');
comment on table rekap_penerimaan is 'Families that receive now, per RT and programme (distributed by kab)';
comment on column rekap_penerimaan.kab is 'Partition';
comment on column rekap_penerimaan.wilayah is 'Village';
comment on column rekap_penerimaan.rt is 'Rukun tetangga; 0 where unknown';
comment on column rekap_penerimaan.program is 'Programme';
comment on column rekap_penerimaan.keluarga is 'Families';
comment on column rekap_penerimaan.diubah_pada is 'Counted at';
