-- Visits: every family is looked at once a year; who is to go, what was typed so far, what was found.

alter table keluarga
  add column kunjungan_terakhir date,
  add column kunjungan_tempo date;
-- Due, overdue and never in a village or RT are ranges of this index, and counts read nothing else.
create index keluarga_kunjungan on keluarga (wilayah, rt, kunjungan_tempo, id) include (keluarga_id, kunjungan_terakhir) where status = 'aktif';
comment on column keluarga.kunjungan_terakhir is 'Day of the last visit that counts; null is never';
comment on column keluarga.kunjungan_tempo is 'Day by which it must be visited again, from policy/kalender; null is at once';

create table kunjungan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  usulan_id uuid,
  tanggal date not null,
  hasil text not null check (hasil in ('layak', 'layak_intervensi', 'tidak_layak', 'tidak_ditemukan')),
  wawancara smallint check (wawancara between 1 and 5),
  kehadiran jsonb not null default '[]',
  jawaban jsonb not null default '{}',
  alasan text,
  catatan text,
  bukti uuid[] not null default '{}',
  petugas_id uuid not null,
  perekam uuid not null,
  peran text not null,
  terhitung boolean not null,
  sebab_tidak text check (sebab_tidak in ('kerabat', 'menunggu_petugas_kedua')),
  mengukuhkan_id uuid,
  hasil_usulan_id uuid,
  keberatan_sampai date,
  tepat_waktu boolean,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id),
  check (keluarga_id is not null or usulan_id is not null),
  check (terhitung = (sebab_tidak is null))
);
create unique index kunjungan_sehari on kunjungan (kab, keluarga_id, petugas_id, tanggal) where keluarga_id is not null;
create index kunjungan_keluarga on kunjungan (kab, keluarga_id, tanggal desc);
create index kunjungan_usulan on kunjungan (kab, usulan_id) where usulan_id is not null;
create index kunjungan_wilayah on kunjungan (wilayah, tanggal);
call lindungi_wilayah('kunjungan', 'select, insert', 'select, insert');
comment on table kunjungan is 'Visits to families: what was found, by whom, on which day (distributed by kab, append-only)';
comment on column kunjungan.kab is 'Partition';
comment on column kunjungan.id is 'Identity';
comment on column kunjungan.wilayah is 'Village of the family at that time';
comment on column kunjungan.rt is 'Rukun tetangga';
comment on column kunjungan.keluarga_id is 'Family; null where it is proposed and not registered yet';
comment on column kunjungan.usulan_id is 'Proposal that the visit was made for';
comment on column kunjungan.tanggal is 'Day of the visit';
comment on column kunjungan.hasil is 'What was found: layak, layak_intervensi, tidak_layak, tidak_ditemukan';
comment on column kunjungan.wawancara is 'Result of the interview, codes 1 to 5 of Regsosek question 205';
comment on column kunjungan.kehadiran is 'Presence per member, codes 1 to 6 of the survey of 2015: list of individuId, nama, kode';
comment on column kunjungan.jawaban is 'Answers that changed, as entered: ruta, keluarga, anggota';
comment on column kunjungan.alasan is 'Ground of the result, in words';
comment on column kunjungan.catatan is 'Note of the officer';
comment on column kunjungan.bukti is 'Evidence: ids of kept files';
comment on column kunjungan.petugas_id is 'Officer who stood before the house';
comment on column kunjungan.perekam is 'Who entered it';
comment on column kunjungan.peran is 'In which role it was entered';
comment on column kunjungan.terhitung is 'Counts as the yearly visit, and its answers are current';
comment on column kunjungan.sebab_tidak is 'Why it does not count: kerabat (officer is kin), menunggu_petugas_kedua (not found, to be confirmed)';
comment on column kunjungan.mengukuhkan_id is 'Earlier visit "not found" that this one confirms';
comment on column kunjungan.hasil_usulan_id is 'Draft proposal that came of it';
comment on column kunjungan.keberatan_sampai is 'Last day to object to a result that may end in a loss; the family is told';
comment on column kunjungan.tepat_waktu is 'Made before the family was overdue; null at its first visit';
comment on column kunjungan.dibuat_pada is 'Entered at';

create table kunjungan_draf (
  kab smallint not null,
  keluarga_id uuid not null,
  pengguna_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  isi jsonb not null default '{}',
  versi integer not null default 1,
  diubah_pada timestamptz not null default now(),
  primary key (kab, keluarga_id, pengguna_id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
call lindungi_wilayah('kunjungan_draf');
comment on table kunjungan_draf is 'A questionnaire as typed so far, one per family and operator; empty once entered (distributed by kab)';
comment on column kunjungan_draf.kab is 'Partition';
comment on column kunjungan_draf.keluarga_id is 'Family';
comment on column kunjungan_draf.pengguna_id is 'Who types it';
comment on column kunjungan_draf.wilayah is 'Village';
comment on column kunjungan_draf.rt is 'Rukun tetangga';
comment on column kunjungan_draf.isi is 'As typed, as in src/domain/kunjungan/isian.ts';
comment on column kunjungan_draf.versi is 'Rises with every save';
comment on column kunjungan_draf.diubah_pada is 'Last saved at';

create table penugasan_kunjungan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid not null,
  petugas_id uuid not null,
  dari date not null,
  sampai date not null,
  diberikan_oleh uuid not null,
  selesai_pada date,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id),
  check (sampai >= dari)
);
create unique index penugasan_kunjungan_terbuka on penugasan_kunjungan (kab, keluarga_id) where selesai_pada is null;
create index penugasan_kunjungan_petugas on penugasan_kunjungan (petugas_id, wilayah) where selesai_pada is null;
call lindungi_wilayah('penugasan_kunjungan');
comment on table penugasan_kunjungan is 'Which officer is to visit which family, from–to (distributed by kab)';
comment on column penugasan_kunjungan.kab is 'Partition';
comment on column penugasan_kunjungan.id is 'Identity';
comment on column penugasan_kunjungan.wilayah is 'Village';
comment on column penugasan_kunjungan.rt is 'Rukun tetangga';
comment on column penugasan_kunjungan.keluarga_id is 'Family';
comment on column penugasan_kunjungan.petugas_id is 'Officer';
comment on column penugasan_kunjungan.dari is 'First day';
comment on column penugasan_kunjungan.sampai is 'Last day';
comment on column penugasan_kunjungan.diberikan_oleh is 'Who assigned it';
comment on column penugasan_kunjungan.selesai_pada is 'Day on which it ended, by the visit or by a later assignment; null: open';
comment on column penugasan_kunjungan.dibuat_pada is 'When';

create table liga_kunjungan (
  kabkota bigint not null references wilayah (kode),
  bulan date not null,
  jenis text not null check (jenis in ('kota', 'kabupaten')),
  keluarga integer not null,
  angka jsonb not null,
  nilai smallint not null check (nilai between 0 and 1000),
  dihitung_pada timestamptz not null,
  primary key (kabkota, bulan)
);
create index liga_kunjungan_bulan on liga_kunjungan (bulan);
grant select on liga_kunjungan to siks_app, siks_job;
grant insert, update on liga_kunjungan to siks_job;
comment on table liga_kunjungan is 'The league of the most active kota and kabupaten per month: counts only, open to all (reference table)';
comment on column liga_kunjungan.kabkota is 'The region';
comment on column liga_kunjungan.bulan is 'First day of the month';
comment on column liga_kunjungan.jenis is 'kota and kabupaten are ranked apart';
comment on column liga_kunjungan.keluarga is 'Active families';
comment on column liga_kunjungan.angka is 'What the formula is made of, as in src/domain/kunjungan/kebijakan.ts';
comment on column liga_kunjungan.nilai is 'Value by the formula of policy/parameter/kunjungan.yaml, 0 to 1000';
comment on column liga_kunjungan.dihitung_pada is 'Counted at';
