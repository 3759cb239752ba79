-- Evidence (photographs, PDF), letterheads, and the register of papers that were issued.

create table berkas (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  rt smallint,
  keluarga_id uuid,
  guna text not null check (guna in ('foto_rumah', 'foto_orang', 'foto_kk', 'foto_ktp', 'surat', 'berita_acara', 'daftar_hadir', 'ba_pindaian', 'tanda_tangan', 'logo', 'dokumen', 'lain')),
  jenis text not null check (jenis in ('image/jpeg', 'application/pdf')),
  ukuran integer not null check (ukuran > 0),
  lebar smallint,
  tinggi smallint,
  sidik text not null check (sidik ~ '^[0-9a-f]{64}$'),
  sidik_kiriman text not null check (sidik_kiriman ~ '^[0-9a-f]{64}$'),
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  unique nulls not distinct (kab, wilayah, rt, keluarga_id, guna, sidik_kiriman),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index berkas_keluarga on berkas (kab, keluarga_id) where keluarga_id is not null;
call lindungi_wilayah('berkas', 'select, insert', 'select, insert');
comment on table berkas is 'A photograph or PDF that proves something (distributed by kab, append-only); what it proves points at it';
comment on column berkas.kab is 'Partition: that of the family, otherwise of the region';
comment on column berkas.id is 'Identity';
comment on column berkas.wilayah is 'Region it belongs to: the village of the family at that time';
comment on column berkas.rt is 'Rukun tetangga it belongs to';
comment on column berkas.keluarga_id is 'Family it is about; null where it is about none';
comment on column berkas.guna is 'What it is: foto_rumah, surat, ba_pindaian …';
comment on column berkas.jenis is 'Media type as kept: image/jpeg (re-encoded) or application/pdf';
comment on column berkas.ukuran is 'Bytes as kept, before sealing';
comment on column berkas.lebar is 'Width of an image, pixels';
comment on column berkas.tinggi is 'Height of an image, pixels';
comment on column berkas.sidik is 'SHA-256 of the bytes as kept, hex';
comment on column berkas.sidik_kiriman is 'SHA-256 of the bytes as sent, hex: the same file is kept once';
comment on column berkas.pengguna_id is 'Who sent it';
comment on column berkas.dibuat_pada is 'When';

create table berkas_isi (
  kab smallint not null,
  berkas_id uuid not null,
  bagian text not null check (bagian in ('isi', 'kecil')),
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  isi_segel bytea not null,
  primary key (kab, berkas_id, bagian),
  foreign key (kab, berkas_id) references berkas (kab, id)
);
alter table berkas_isi alter column isi_segel set storage external;
call lindungi_wilayah('berkas_isi', 'select, insert', 'select, insert');
comment on table berkas_isi is 'Content of a file, sealed by AES-256-GCM (distributed by kab, append-only); apart, so that lists never read it';
comment on column berkas_isi.kab is 'Partition';
comment on column berkas_isi.berkas_id is 'The file';
comment on column berkas_isi.bagian is 'isi: the whole; kecil: a small image of it';
comment on column berkas_isi.wilayah is 'Region of the file';
comment on column berkas_isi.rt is 'Rukun tetangga of the file';
comment on column berkas_isi.keluarga_id is 'Family of the file';
comment on column berkas_isi.isi_segel is 'Sealed bytes; opened only for this table, column and row';

create table kop_surat (
  kab smallint not null,
  wilayah bigint not null references wilayah (kode),
  baris text[] not null check (cardinality(baris) between 1 and 5),
  alamat text,
  telepon text,
  tempat text not null,
  logo_id uuid,
  penanda jsonb not null default '[]',
  versi integer not null default 1,
  diubah_pada timestamptz not null default now(),
  pengguna_id uuid references pengguna (id),
  primary key (kab, wilayah),
  foreign key (kab, logo_id) references berkas (kab, id)
);
call lindungi_wilayah('kop_surat');
comment on table kop_surat is 'Letterhead of an office and who signs there (distributed by kab); without a row the names of the regions make one';
comment on column kop_surat.kab is 'Partition';
comment on column kop_surat.wilayah is 'Region of the office';
comment on column kop_surat.baris is 'Lines of the letterhead, the last is the office itself';
comment on column kop_surat.alamat is 'Address of the office';
comment on column kop_surat.telepon is 'Telephone of the office';
comment on column kop_surat.tempat is 'Place that stands before the date of a letter';
comment on column kop_surat.logo_id is 'Coat of arms, a file';
comment on column kop_surat.penanda is 'Who signs: list of jabatan, nama, nip, pangkat';
comment on column kop_surat.versi is 'Rises with every change';
comment on column kop_surat.diubah_pada is 'Changed at';
comment on column kop_surat.pengguna_id is 'Who changed it';

create table nomor_surat (
  kab smallint not null,
  wilayah bigint not null references wilayah (kode),
  tahun smallint not null,
  terakhir integer not null,
  primary key (kab, wilayah, tahun)
);
call lindungi_wilayah('nomor_surat');
comment on table nomor_surat is 'The last number that an office gave to a paper in a year (distributed by kab)';
comment on column nomor_surat.kab is 'Partition';
comment on column nomor_surat.wilayah is 'Region of the office';
comment on column nomor_surat.tahun is 'Year';
comment on column nomor_surat.terakhir is 'Number given last';

create table dokumen (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  kode uuid not null,
  wilayah bigint not null references wilayah (kode),
  rt smallint,
  keluarga_id uuid,
  jenis text not null check (jenis ~ '^[a-z][a-z_]{2,39}$'),
  nomor text not null check (length(nomor) between 1 and 80),
  tanggal date not null,
  sidik text not null check (sidik ~ '^[0-9a-f]{64}$'),
  berkas_id uuid not null,
  status text not null default 'berlaku' check (status in ('berlaku', 'dicabut', 'diganti')),
  status_pada timestamptz,
  status_alasan text,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  unique (kab, kode),
  unique (kab, wilayah, jenis, nomor),
  foreign key (kab, berkas_id) references berkas (kab, id)
);
create index dokumen_kode on dokumen (kode);
call lindungi_wilayah('dokumen', 'select, insert', 'select, insert');
grant update (status, status_pada, status_alasan) on dokumen to siks_app;
comment on table dokumen is 'Register of papers that were issued, with no name in it (distributed by kab)';
comment on column dokumen.kab is 'Partition';
comment on column dokumen.id is 'Identity';
comment on column dokumen.kode is 'What its QR holds: 122 random bits, so that nobody guesses it';
comment on column dokumen.wilayah is 'Region of the office that issued it';
comment on column dokumen.rt is 'Rukun tetangga of the family it is about';
comment on column dokumen.keluarga_id is 'Family it is about; null where it is about none';
comment on column dokumen.jenis is 'Kind of paper';
comment on column dokumen.nomor is 'Number as printed';
comment on column dokumen.tanggal is 'Date as printed';
comment on column dokumen.sidik is 'SHA-256 of the PDF, hex';
comment on column dokumen.berkas_id is 'The PDF';
comment on column dokumen.status is 'berlaku, dicabut (withdrawn), diganti (replaced)';
comment on column dokumen.status_pada is 'When it ceased to be in force';
comment on column dokumen.status_alasan is 'Why it was withdrawn, or the number of the paper that replaced it';
comment on column dokumen.pengguna_id is 'Who issued it';
comment on column dokumen.dibuat_pada is 'When';

-- What anybody may know who holds the paper and so its code; by no other way out of the area.
create function dokumen_terbuka(kode_surat uuid)
returns table (jenis text, nomor text, tanggal date, sidik text, status text, status_pada timestamptz)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select d.jenis, d.nomor, d.tanggal, d.sidik, d.status, d.status_pada from dokumen d where d.kode = kode_surat
$$;
comment on function dokumen_terbuka(uuid) is 'One paper by the code on it: number, kind, date, hash and status, no names';
revoke all on function dokumen_terbuka(uuid) from public;
grant execute on function dokumen_terbuka(uuid) to siks_app;
