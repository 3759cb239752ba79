-- People without NIK: the letter to the civil registry that lists them, and what it answered, person by person.

create index individu_tanpa_nik on individu (wilayah, id) where nik is null and status = 'aktif';

create table surat_tanpa_nik (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  dokumen_id uuid not null,
  nomor text not null,
  tanggal date not null,
  jumlah smallint not null,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  foreign key (kab, dokumen_id) references dokumen (kab, id)
);
call lindungi_wilayah('surat_tanpa_nik', 'select, insert', 'select, insert');
comment on table surat_tanpa_nik is 'A letter to the civil registry about people without NIK (distributed by kab, append-only)';
comment on column surat_tanpa_nik.kab is 'Partition of the office that writes';
comment on column surat_tanpa_nik.id is 'Letter';
comment on column surat_tanpa_nik.wilayah is 'Office that writes';
comment on column surat_tanpa_nik.dokumen_id is 'The letter in the register of papers';
comment on column surat_tanpa_nik.nomor is 'Its number';
comment on column surat_tanpa_nik.tanggal is 'Its day';
comment on column surat_tanpa_nik.jumlah is 'Persons on it';
comment on column surat_tanpa_nik.pengguna_id is 'Who issued it';
comment on column surat_tanpa_nik.dibuat_pada is 'When';

create table surat_tanpa_nik_baris (
  kab smallint not null,
  surat_id uuid not null,
  individu_id uuid not null,
  urutan smallint not null,
  kode text not null check (kode ~ '^TN(-[0-9A-F]{4}){3}$'),
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid not null,
  nomor text not null,
  tanggal date not null,
  sebab text,
  hasil text not null default 'menunggu' check (hasil in ('menunggu', 'terisi', 'tidak_ditemukan')),
  keterangan text,
  dijawab_pada timestamptz,
  primary key (kab, surat_id, individu_id),
  foreign key (kab, individu_id) references individu (kab, id)
);
create index surat_tanpa_nik_baris_orang on surat_tanpa_nik_baris (kab, individu_id, surat_id);
create index surat_tanpa_nik_baris_kode on surat_tanpa_nik_baris (kode, kab);
call lindungi_wilayah('surat_tanpa_nik_baris');
comment on table surat_tanpa_nik_baris is 'A person on such a letter, and the answer (distributed by kab)';
comment on column surat_tanpa_nik_baris.kab is 'Partition';
comment on column surat_tanpa_nik_baris.surat_id is 'Letter';
comment on column surat_tanpa_nik_baris.individu_id is 'Person';
comment on column surat_tanpa_nik_baris.urutan is 'Place on the letter';
comment on column surat_tanpa_nik_baris.kode is 'Code of the person by the end of the id, which the answer names';
comment on column surat_tanpa_nik_baris.wilayah is 'Village';
comment on column surat_tanpa_nik_baris.rt is 'Rukun tetangga';
comment on column surat_tanpa_nik_baris.keluarga_id is 'Family';
comment on column surat_tanpa_nik_baris.nomor is 'Number of the letter';
comment on column surat_tanpa_nik_baris.tanggal is 'Day of the letter';
comment on column surat_tanpa_nik_baris.sebab is 'Why there was no NIK, as told on the letter';
comment on column surat_tanpa_nik_baris.hasil is 'Not answered yet, a NIK was given, or none was found';
comment on column surat_tanpa_nik_baris.keterangan is 'Remark of the civil registry';
comment on column surat_tanpa_nik_baris.dijawab_pada is 'When the answer was taken in';
