-- Proposals of all four tracks: what is asked, where it stands, every step it took.

create table usulan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  nomor text not null,
  jalur text not null check (jalur in ('identitas', 'peristiwa', 'keadaan', 'usulan')),
  jenis text not null,
  rezim text not null,
  status text not null default 'draf',
  wilayah bigint not null,
  wilayah_tercatat bigint not null,
  rt smallint,
  keluarga_id uuid,
  individu_id uuid,
  nama text not null,
  nama_cari text not null,
  isi jsonb not null default '{}',
  versi_dasar integer,
  periode text,
  pengusul_id uuid,
  pengusul_peran text,
  pemverifikasi_id uuid,
  pengesah_id uuid,
  dibuka_pada timestamptz,
  dibuka_oleh uuid,
  naik_pada timestamptz,
  meterai_id uuid,
  kunjungan_id uuid,
  kunjungan_pada date,
  tahanan text,
  melewati_garis boolean not null default false,
  perlu_asal boolean not null default false,
  hasil_keluarga_id uuid,
  versi integer not null default 1,
  status_pada timestamptz not null default now(),
  status_hari date not null,
  dibuat_pada timestamptz not null default now(),
  diubah_pada timestamptz not null default now(),
  primary key (kab, id)
);
create index usulan_meja on usulan (wilayah, status, jalur, id);
create index usulan_terbuka on usulan (status, wilayah) where status not in ('diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui');
create index usulan_keluarga on usulan (kab, keluarga_id, id) where keluarga_id is not null;
create index usulan_pengusul on usulan (pengusul_id, id);
create index usulan_nomor on usulan (nomor, kab);
create index usulan_nama on usulan using gin (kab, (string_to_array(nama_cari, ' ')));
call lindungi_wilayah('usulan');
comment on table usulan is 'Proposals: one change asked for, of one of four tracks (distributed by kab)';
comment on column usulan.kab is 'Partition';
comment on column usulan.id is 'Identity';
comment on column usulan.nomor is 'Number on the receipt: year and a part of the identity, so that it tells nothing of others';
comment on column usulan.jalur is 'Track: identitas, peristiwa, keadaan, usulan';
comment on column usulan.jenis is 'Kind, as in src/domain/usulan/jenis.ts';
comment on column usulan.rezim is 'Chain under which it was begun: a file of policy/alur';
comment on column usulan.status is 'State, as in src/domain/usulan/keadaan.ts';
comment on column usulan.wilayah is 'Village';
comment on column usulan.wilayah_tercatat is 'Village as recorded when it was made';
comment on column usulan.rt is 'Rukun tetangga';
comment on column usulan.keluarga_id is 'Registered family that it is about; null for a new one';
comment on column usulan.individu_id is 'Registered person that it is about; null where it is about a family';
comment on column usulan.nama is 'Name under which it is listed: head of the family, or the person';
comment on column usulan.nama_cari is 'That name folded for search';
comment on column usulan.isi is 'What is asked for, as in src/domain/usulan/isi.ts';
comment on column usulan.versi_dasar is 'Version of the family or person that the proposer saw';
comment on column usulan.periode is 'Period it falls into, YYYY-MM, from the calendar at the step that counts';
comment on column usulan.pengusul_id is 'Who proposed it';
comment on column usulan.pengusul_peran is 'In which role';
comment on column usulan.pemverifikasi_id is 'Who verified it last';
comment on column usulan.pengesah_id is 'Who endorsed it last';
comment on column usulan.dibuka_pada is 'When the desk where it lies opened it; null: not yet, so it can be taken back';
comment on column usulan.dibuka_oleh is 'Who opened it';
comment on column usulan.naik_pada is 'When it was raised to the office above because of silence';
comment on column usulan.meterai_id is 'Paper that binds its decision: berita acara or SPTJM';
comment on column usulan.kunjungan_id is 'Visit whose result supports it';
comment on column usulan.kunjungan_pada is 'Day of that visit';
comment on column usulan.tahanan is 'Rule that holds it back until a named person releases it; null: free';
comment on column usulan.melewati_garis is 'It would move the family over a programme''s line, so a meeting decides';
comment on column usulan.perlu_asal is 'A move whose origin has to agree';
comment on column usulan.hasil_keluarga_id is 'Family that came of it';
comment on column usulan.versi is 'Rises with every change';
comment on column usulan.status_pada is 'Since when it is in this state';
comment on column usulan.status_hari is 'Day since when it is in this state, in the zone of the office';
comment on column usulan.dibuat_pada is 'Made at';
comment on column usulan.diubah_pada is 'Last saved at';

create table usulan_riwayat (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  usulan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  aksi text not null,
  dari text not null,
  ke text not null,
  alasan text,
  rincian jsonb,
  pengguna_id uuid,
  peran text not null,
  hari date not null,
  pada timestamptz not null default clock_timestamp(),
  primary key (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id)
);
create index usulan_riwayat_usulan on usulan_riwayat (kab, usulan_id, id);
create index usulan_riwayat_pelaku on usulan_riwayat (pengguna_id, hari) where pengguna_id is not null;
call lindungi_wilayah('usulan_riwayat', 'select, insert', 'select, insert');
comment on table usulan_riwayat is 'Every step of every proposal (distributed by kab, append-only)';
comment on column usulan_riwayat.kab is 'Partition';
comment on column usulan_riwayat.id is 'Identity';
comment on column usulan_riwayat.usulan_id is 'The proposal';
comment on column usulan_riwayat.wilayah is 'Village';
comment on column usulan_riwayat.rt is 'Rukun tetangga';
comment on column usulan_riwayat.keluarga_id is 'Registered family that it is about';
comment on column usulan_riwayat.aksi is 'Step, as in src/domain/usulan/alur.ts; simpan is a save';
comment on column usulan_riwayat.dari is 'State before';
comment on column usulan_riwayat.ke is 'State after';
comment on column usulan_riwayat.alasan is 'Why, where the step asks for it';
comment on column usulan_riwayat.rincian is 'What else belongs to the step: number of a letter, what was missing';
comment on column usulan_riwayat.pengguna_id is 'Who; null is the clock';
comment on column usulan_riwayat.peran is 'In which role; sistem is the clock';
comment on column usulan_riwayat.hari is 'Day, in the zone of the office';
comment on column usulan_riwayat.pada is 'Instant';

-- What is accepted reaches the registry in the request itself.
grant insert on nik_lokasi, kata_nama to siks_app;

-- Whether a NIK is registered anywhere: one bit, for the hint "needs verification by the kab/kota".
create function nik_terdaftar(nik_dicari text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from nik_lokasi where nik = nik_dicari)
$$;
comment on function nik_terdaftar(text) is 'Whether a NIK is registered in any area: one bit, nothing else';
alter function nik_terdaftar(text) owner to siks_cari;
revoke all on function nik_terdaftar(text) from public;
grant execute on function nik_terdaftar(text) to siks_app;
