-- Upwards and back: batches under a Surat Pengesahan, and outcomes that a centre outside sends as files.

create table kiriman (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  nomor text not null,
  periode text not null check (periode ~ '^\d{4}-\d{2}$'),
  jumlah integer not null check (jumlah > 0),
  sidik text not null check (sidik ~ '^[0-9a-f]{64}$'),
  surat_nomor text,
  surat_tanggal date not null,
  surat_tenggat date,
  dokumen_id uuid not null,
  pindaian_id uuid,
  dikirim_pada timestamptz,
  dikirim_oleh uuid references pengguna (id),
  pengguna_id uuid references pengguna (id),
  versi integer not null default 1,
  dibuat_pada timestamptz not null,
  diubah_pada timestamptz not null,
  primary key (kab, id),
  unique (kab, nomor),
  foreign key (kab, dokumen_id) references dokumen (kab, id),
  foreign key (kab, pindaian_id) references berkas (kab, id),
  check ((surat_nomor is null) = (surat_tenggat is not null))
);
create index kiriman_wilayah on kiriman (wilayah, id);
call lindungi_wilayah('kiriman');
comment on table kiriman is 'A batch of endorsed proposals of a kab/kota and period under one Surat Pengesahan (distributed by kab)';
comment on column kiriman.kab is 'Partition';
comment on column kiriman.id is 'Identity';
comment on column kiriman.wilayah is 'The kab/kota that endorsed';
comment on column kiriman.nomor is 'Number of the batch itself, printed while the letter has none';
comment on column kiriman.periode is 'Period of its proposals, YYYY-MM';
comment on column kiriman.jumlah is 'How many proposals it binds';
comment on column kiriman.sidik is 'SHA-256 of the rows as bound, hex; computed again whenever the batch is opened';
comment on column kiriman.surat_nomor is 'Number of the letter; null: it follows';
comment on column kiriman.surat_tanggal is 'Date of the letter';
comment on column kiriman.surat_tenggat is 'By when the number must have come, while it has not';
comment on column kiriman.dokumen_id is 'The letter in force, in the register of papers';
comment on column kiriman.pindaian_id is 'The letter as signed by hand, scanned';
comment on column kiriman.dikirim_pada is 'When it was first handed over to the centre outside';
comment on column kiriman.dikirim_oleh is 'Who handed it over';
comment on column kiriman.pengguna_id is 'Who made it';
comment on column kiriman.versi is 'Rises with every change';
comment on column kiriman.dibuat_pada is 'When';
comment on column kiriman.diubah_pada is 'Changed at';

create table kiriman_usulan (
  kab smallint not null,
  kiriman_id uuid not null,
  usulan_id uuid not null,
  urutan integer not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  nomor text not null,
  jenis text not null,
  nama text not null,
  primary key (kab, kiriman_id, usulan_id),
  foreign key (kab, kiriman_id) references kiriman (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id)
);
create index kiriman_usulan_usulan on kiriman_usulan (kab, usulan_id);
call lindungi_wilayah('kiriman_usulan', 'select, insert', 'select, insert');
comment on table kiriman_usulan is 'A proposal as a batch binds it (distributed by kab, append-only)';
comment on column kiriman_usulan.kab is 'Partition';
comment on column kiriman_usulan.kiriman_id is 'The batch';
comment on column kiriman_usulan.usulan_id is 'The proposal';
comment on column kiriman_usulan.urutan is 'Place in the annex';
comment on column kiriman_usulan.wilayah is 'Village';
comment on column kiriman_usulan.rt is 'Rukun tetangga';
comment on column kiriman_usulan.keluarga_id is 'Registered family that it is about';
comment on column kiriman_usulan.nomor is 'Number on the receipt';
comment on column kiriman_usulan.jenis is 'Kind of proposal';
comment on column kiriman_usulan.nama is 'Name under which it stands in the annex';

create table hasil_pusat (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  nama_berkas text not null,
  sidik text not null check (sidik ~ '^[0-9a-f]{64}$'),
  sumber text not null,
  tanggal date not null,
  jumlah integer not null,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  unique (kab, wilayah, sidik)
);
create index hasil_pusat_wilayah on hasil_pusat (wilayah, id);
call lindungi_wilayah('hasil_pusat', 'select, insert', 'select, insert');
comment on table hasil_pusat is 'A file of outcomes from a centre outside (distributed by kab, append-only); the same bytes count once';
comment on column hasil_pusat.kab is 'Partition';
comment on column hasil_pusat.id is 'Identity';
comment on column hasil_pusat.wilayah is 'The kab/kota that took it in';
comment on column hasil_pusat.nama_berkas is 'Name of the file, to be shown';
comment on column hasil_pusat.sidik is 'SHA-256 of the file, hex';
comment on column hasil_pusat.sumber is 'Who computed the deciles in it';
comment on column hasil_pusat.tanggal is 'Day of which the outcomes and deciles speak';
comment on column hasil_pusat.jumlah is 'Rows';
comment on column hasil_pusat.pengguna_id is 'Who conveyed it';
comment on column hasil_pusat.dibuat_pada is 'When';

create table hasil_pusat_baris (
  kab smallint not null,
  hasil_id uuid not null,
  baris integer not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  usulan_id uuid,
  nomor text not null,
  putusan text check (putusan in ('diterima', 'dikembalikan', 'musyawarah', 'ditolak')),
  desil smallint check (desil between 1 and 10),
  alasan text,
  hasil text not null check (hasil in ('diterapkan', 'sudah', 'tertahan', 'salah')),
  sebab text,
  primary key (kab, hasil_id, baris),
  foreign key (kab, hasil_id) references hasil_pusat (kab, id)
);
create index hasil_pusat_baris_usulan on hasil_pusat_baris (kab, usulan_id) where usulan_id is not null;
call lindungi_wilayah('hasil_pusat_baris', 'select, insert', 'select, insert');
comment on table hasil_pusat_baris is 'A row of a file of outcomes and what became of it (distributed by kab, append-only)';
comment on column hasil_pusat_baris.kab is 'Partition';
comment on column hasil_pusat_baris.hasil_id is 'The file';
comment on column hasil_pusat_baris.baris is 'Row of the file, as a spreadsheet counts';
comment on column hasil_pusat_baris.wilayah is 'Village of the proposal; that of the file where no proposal was found';
comment on column hasil_pusat_baris.rt is 'Rukun tetangga of the proposal';
comment on column hasil_pusat_baris.keluarga_id is 'Registered family that it is about';
comment on column hasil_pusat_baris.usulan_id is 'The proposal; null where none was found';
comment on column hasil_pusat_baris.nomor is 'Number on the receipt, as read';
comment on column hasil_pusat_baris.putusan is 'What the centre decided: diterima, dikembalikan, musyawarah (returned to the meeting), ditolak';
comment on column hasil_pusat_baris.desil is 'Decile that the centre gave';
comment on column hasil_pusat_baris.alasan is 'Why, in the words of the centre';
comment on column hasil_pusat_baris.hasil is 'diterapkan (taken over), sudah (was so before), tertahan (the step cannot be taken), salah (cannot be read)';
comment on column hasil_pusat_baris.sebab is 'Code of what stands against it';

-- Perubahan dari pusat reads steps of an area by day.
create index usulan_riwayat_pusat on usulan_riwayat (wilayah, pada, id) where peran = 'pusdatin';
