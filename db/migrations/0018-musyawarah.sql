-- Village meetings: agenda, who was there, decisions row by row, and what the signed paper binds.

create table musyawarah (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  jenis text not null check (jenis in ('muskel', 'musdes', 'musdesus', 'sptjm')),
  status text not null default 'disiapkan' check (status in ('disiapkan', 'selesai', 'ditandatangani', 'batal')),
  rezim text not null,
  tanggal date not null,
  mulai time,
  tempat text not null default '',
  pemimpin text,
  notulis text,
  notulen text,
  unsur_tidak_ada text[] not null default '{}',
  alasan_batal text,
  nomor text check (length(nomor) between 1 and 80),
  tahun smallint,
  sidik text check (sidik ~ '^[0-9a-f]{64}$'),
  sidik_baris text[],
  berlaku_sampai date,
  penanda_id uuid references pengguna (id),
  ditandatangani_pada timestamptz,
  pindaian_id uuid,
  versi integer not null default 1,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id),
  check ((status = 'ditandatangani') = (sidik is not null and sidik_baris is not null and nomor is not null and tahun is not null and berlaku_sampai is not null and ditandatangani_pada is not null))
);
create index musyawarah_desa on musyawarah (wilayah, tanggal desc, id);
create unique index musyawarah_nomor on musyawarah (kab, wilayah, tahun, nomor) where nomor is not null;
call lindungi_wilayah('musyawarah');
comment on table musyawarah is 'A village meeting, or the statement of responsibility (SPTJM) that stands in its place (distributed by kab)';
comment on column musyawarah.kab is 'Partition';
comment on column musyawarah.id is 'Identity';
comment on column musyawarah.wilayah is 'Village';
comment on column musyawarah.jenis is 'muskel (kelurahan), musdes (desa), musdesus (special), sptjm (no meeting)';
comment on column musyawarah.status is 'disiapkan (open), selesai (closed, awaits the signature), ditandatangani, batal (cancelled)';
comment on column musyawarah.rezim is 'Chain under which it was begun: a file of policy/alur';
comment on column musyawarah.tanggal is 'Day of the meeting';
comment on column musyawarah.mulai is 'Hour at which it begins, in the zone of the office';
comment on column musyawarah.tempat is 'Where it is held';
comment on column musyawarah.pemimpin is 'Who leads it';
comment on column musyawarah.notulis is 'Who takes the minutes';
comment on column musyawarah.notulen is 'What was said, beside the decisions';
comment on column musyawarah.unsur_tidak_ada is 'Elements whose institution does not exist in this village';
comment on column musyawarah.alasan_batal is 'Why it was cancelled';
comment on column musyawarah.nomor is 'Archive number of the signed paper, as typed by the office';
comment on column musyawarah.tahun is 'Year in which the number is unique at the village';
comment on column musyawarah.sidik is 'SHA-256 over the hashes of the rows that the paper binds, hex';
comment on column musyawarah.sidik_baris is 'SHA-256 of each row that the paper binds, in order';
comment on column musyawarah.berlaku_sampai is 'Last day on which the paper holds for proposals not yet finalised';
comment on column musyawarah.penanda_id is 'Who signed for the village';
comment on column musyawarah.ditandatangani_pada is 'When';
comment on column musyawarah.pindaian_id is 'Scan of the paper signed by hand, a file';
comment on column musyawarah.versi is 'Rises with every change';
comment on column musyawarah.pengguna_id is 'Who made it';
comment on column musyawarah.dibuat_pada is 'Made at';
comment on column musyawarah.diubah_pada is 'Changed at';

create table musyawarah_agenda (
  kab smallint not null,
  musyawarah_id uuid not null,
  usulan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  urutan smallint not null,
  dikeluarkan boolean not null default false,
  diubah_pada timestamptz not null default now(),
  primary key (kab, musyawarah_id, usulan_id),
  foreign key (kab, musyawarah_id) references musyawarah (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id)
);
create index musyawarah_agenda_usulan on musyawarah_agenda (kab, usulan_id) where not dikeluarkan;
call lindungi_wilayah('musyawarah_agenda');
comment on table musyawarah_agenda is 'Proposals that a meeting talks about, in order (distributed by kab)';
comment on column musyawarah_agenda.kab is 'Partition';
comment on column musyawarah_agenda.musyawarah_id is 'The meeting';
comment on column musyawarah_agenda.usulan_id is 'The proposal';
comment on column musyawarah_agenda.wilayah is 'Village';
comment on column musyawarah_agenda.rt is 'Rukun tetangga of the proposal';
comment on column musyawarah_agenda.keluarga_id is 'Registered family that it is about';
comment on column musyawarah_agenda.urutan is 'Place on the agenda, from 1';
comment on column musyawarah_agenda.dikeluarkan is 'Taken off the agenda again';
comment on column musyawarah_agenda.diubah_pada is 'Changed at';

create table musyawarah_hadir (
  kab smallint not null,
  id uuid not null,
  musyawarah_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  urutan smallint not null,
  nama text not null,
  unsur text not null,
  jabatan text,
  diundang boolean not null default true,
  hadir boolean not null default true,
  kerabat uuid[] not null default '{}',
  dikeluarkan boolean not null default false,
  diubah_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, musyawarah_id) references musyawarah (kab, id)
);
create index musyawarah_hadir_rapat on musyawarah_hadir (kab, musyawarah_id, urutan);
call lindungi_wilayah('musyawarah_hadir');
comment on table musyawarah_hadir is 'Who was invited to a meeting and came (distributed by kab)';
comment on column musyawarah_hadir.kab is 'Partition';
comment on column musyawarah_hadir.id is 'Identity, given by the device that typed it';
comment on column musyawarah_hadir.musyawarah_id is 'The meeting';
comment on column musyawarah_hadir.wilayah is 'Village';
comment on column musyawarah_hadir.rt is 'Rukun tetangga that the person speaks for';
comment on column musyawarah_hadir.keluarga_id is 'Own family in the registry, if any: who is family of a row does not decide it';
comment on column musyawarah_hadir.urutan is 'Place on the list';
comment on column musyawarah_hadir.nama is 'Name';
comment on column musyawarah_hadir.unsur is 'Element that the person stands for, as in policy/musyawarah';
comment on column musyawarah_hadir.jabatan is 'Office held, in words';
comment on column musyawarah_hadir.diundang is 'Was invited';
comment on column musyawarah_hadir.hadir is 'Was there';
comment on column musyawarah_hadir.kerabat is 'Proposals on the agenda of which the person said to be family';
comment on column musyawarah_hadir.dikeluarkan is 'Entered by mistake';
comment on column musyawarah_hadir.diubah_pada is 'Changed at';

create table musyawarah_keputusan (
  kab smallint not null,
  id uuid not null,
  musyawarah_id uuid not null,
  usulan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  putusan text not null check (putusan in ('setuju', 'tidak_setuju', 'tunda')),
  alasan text,
  catatan text,
  pada timestamptz not null,
  diterima_pada timestamptz not null,
  pengguna_id uuid references pengguna (id),
  peran text not null,
  primary key (kab, id),
  foreign key (kab, musyawarah_id, usulan_id) references musyawarah_agenda (kab, musyawarah_id, usulan_id)
);
create index musyawarah_keputusan_baris on musyawarah_keputusan (kab, musyawarah_id, usulan_id, pada desc, id desc);
call lindungi_wilayah('musyawarah_keputusan', 'select, insert', 'select, insert');
comment on table musyawarah_keputusan is 'Decisions of a meeting, row by row (distributed by kab, append-only); of one row the one made last holds, whenever it arrived';
comment on column musyawarah_keputusan.kab is 'Partition';
comment on column musyawarah_keputusan.id is 'Identity, given by the device: the same decision sent twice is one';
comment on column musyawarah_keputusan.musyawarah_id is 'The meeting';
comment on column musyawarah_keputusan.usulan_id is 'The proposal';
comment on column musyawarah_keputusan.wilayah is 'Village';
comment on column musyawarah_keputusan.rt is 'Rukun tetangga of the proposal';
comment on column musyawarah_keputusan.keluarga_id is 'Registered family that it is about';
comment on column musyawarah_keputusan.putusan is 'setuju, tidak_setuju, tunda';
comment on column musyawarah_keputusan.alasan is 'Ground, asked for where it is not setuju';
comment on column musyawarah_keputusan.catatan is 'Note';
comment on column musyawarah_keputusan.pada is 'When it was made in the hall, by the device''s clock, never after it was received';
comment on column musyawarah_keputusan.diterima_pada is 'When it reached the server';
comment on column musyawarah_keputusan.pengguna_id is 'Who wrote it down';
comment on column musyawarah_keputusan.peran is 'In which role';

create table musyawarah_meterai (
  kab smallint not null,
  musyawarah_id uuid not null,
  usulan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  urutan smallint not null,
  individu_id uuid,
  jenis text not null,
  nama text not null,
  kepala text,
  tahun_lahir smallint,
  putusan text not null,
  dasar text not null,
  alasan text,
  catatan text,
  primary key (kab, musyawarah_id, usulan_id),
  foreign key (kab, musyawarah_id, usulan_id) references musyawarah_agenda (kab, musyawarah_id, usulan_id)
);
create index musyawarah_meterai_usulan on musyawarah_meterai (kab, usulan_id);
call lindungi_wilayah('musyawarah_meterai', 'select, insert', 'select, insert');
comment on table musyawarah_meterai is 'Rows as the signed paper binds them (distributed by kab, append-only); their hashes are musyawarah.sidik_baris';
comment on column musyawarah_meterai.kab is 'Partition';
comment on column musyawarah_meterai.musyawarah_id is 'The meeting';
comment on column musyawarah_meterai.usulan_id is 'The proposal';
comment on column musyawarah_meterai.wilayah is 'Village';
comment on column musyawarah_meterai.rt is 'Rukun tetangga';
comment on column musyawarah_meterai.keluarga_id is 'Registered family that it is about';
comment on column musyawarah_meterai.urutan is 'Order on the paper';
comment on column musyawarah_meterai.individu_id is 'Registered person that it is about: the one named, or the head of the family on that day';
comment on column musyawarah_meterai.jenis is 'Kind of proposal';
comment on column musyawarah_meterai.nama is 'Name on that day; bound by likeness';
comment on column musyawarah_meterai.kepala is 'Head of a proposed family on that day; bound by likeness';
comment on column musyawarah_meterai.tahun_lahir is 'Year of birth of the head or person; bound by likeness';
comment on column musyawarah_meterai.putusan is 'Decision';
comment on column musyawarah_meterai.dasar is 'Ground of the proposal';
comment on column musyawarah_meterai.alasan is 'Ground of the decision';
comment on column musyawarah_meterai.catatan is 'Note';

create table musyawarah_tanda (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  musyawarah_id uuid not null,
  wilayah bigint not null,
  urutan smallint not null,
  nama text not null,
  sebagai text not null,
  goresan text,
  primary key (kab, id),
  foreign key (kab, musyawarah_id) references musyawarah (kab, id)
);
create index musyawarah_tanda_rapat on musyawarah_tanda (kab, musyawarah_id, urutan);
call lindungi_wilayah('musyawarah_tanda', 'select, insert', 'select, insert');
comment on table musyawarah_tanda is 'Signatures under a paper (distributed by kab, append-only)';
comment on column musyawarah_tanda.kab is 'Partition';
comment on column musyawarah_tanda.id is 'Identity';
comment on column musyawarah_tanda.musyawarah_id is 'The meeting';
comment on column musyawarah_tanda.wilayah is 'Village';
comment on column musyawarah_tanda.urutan is 'Place on the paper';
comment on column musyawarah_tanda.nama is 'Who signed';
comment on column musyawarah_tanda.sebagai is 'As what';
comment on column musyawarah_tanda.goresan is 'Lines drawn, an SVG path in a frame of 600 by 200; null: signed on the scan';
