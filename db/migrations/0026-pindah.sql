-- Moves between areas: what is asked of the origin, in the origin's own area; where a family came from.

create table permintaan_pindah (
  kab smallint not null,
  id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid not null,
  tujuan_kab smallint not null,
  tujuan_wilayah bigint not null,
  nomor text not null,
  bentuk text not null check (bentuk in ('seluruh_keluarga', 'sebagian', 'kepala_saja', 'domisili')),
  tanggal date not null,
  orang uuid[] not null,
  nomor_lain smallint not null default 0,
  dokumen jsonb not null default '{}',
  status text not null default 'menunggu' check (status in ('menunggu', 'naik', 'disetujui', 'ditolak', 'ditutup', 'selesai')),
  pemutus text not null check (pemutus in ('kecamatan', 'kabkota', 'provinsi', 'pusat')),
  batas date not null,
  jawaban jsonb not null default '{}',
  alasan_asal text,
  alasan text,
  dijawab_peran text,
  dijawab_oleh uuid references pengguna (id),
  dijawab_pada timestamptz,
  dibawa_pada timestamptz,
  versi integer not null default 1,
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index permintaan_pindah_meja on permintaan_pindah (wilayah, status, id);
create index permintaan_pindah_terbuka on permintaan_pindah (status, id) where status in ('menunggu', 'naik', 'disetujui', 'ditolak');
call lindungi_wilayah('permintaan_pindah', 'select, update');
comment on table permintaan_pindah is 'A family that another area asks to take in, as the origin sees it (distributed by kab of the origin); written by the system, answered by the origin or the level above both';
comment on column permintaan_pindah.kab is 'Partition of the origin';
comment on column permintaan_pindah.id is 'The proposal at the destination that asks';
comment on column permintaan_pindah.wilayah is 'Village of the origin';
comment on column permintaan_pindah.rt is 'Rukun tetangga of the origin';
comment on column permintaan_pindah.keluarga_id is 'Family that is asked for';
comment on column permintaan_pindah.tujuan_kab is 'Partition of the destination';
comment on column permintaan_pindah.tujuan_wilayah is 'Village that asks';
comment on column permintaan_pindah.nomor is 'Number of the receipt of the proposal';
comment on column permintaan_pindah.bentuk is 'Form of the move';
comment on column permintaan_pindah.tanggal is 'Day of the move by its papers';
comment on column permintaan_pindah.orang is 'Members named by their numbers, as typed there; the first is head at the destination';
comment on column permintaan_pindah.nomor_lain is 'How many of the numbers typed belong to nobody of this family';
comment on column permintaan_pindah.dokumen is 'Kind, number and day of the paper that the destination holds';
comment on column permintaan_pindah.status is 'At the origin, raised, agreed, refused, closed by the destination, done';
comment on column permintaan_pindah.pemutus is 'Level that decides where the origin is silent or refuses';
comment on column permintaan_pindah.batas is 'Last day for the answer of the desk at which it lies';
comment on column permintaan_pindah.jawaban is 'Who becomes head and who holds the card of those who stay';
comment on column permintaan_pindah.alasan_asal is 'Why the origin refuses';
comment on column permintaan_pindah.alasan is 'Ground of the decision above both';
comment on column permintaan_pindah.dijawab_peran is 'Role of who answered last';
comment on column permintaan_pindah.dijawab_oleh is 'Who answered last';
comment on column permintaan_pindah.dijawab_pada is 'When';
comment on column permintaan_pindah.dibawa_pada is 'When the answer was carried to the destination';
comment on column permintaan_pindah.versi is 'Version of the row';
comment on column permintaan_pindah.dibuat_pada is 'When it was carried here';

alter table usulan add column diantar_pada timestamptz;
comment on column usulan.diantar_pada is 'When a move in was last carried to its origin; the origin itself is not written here';
create index usulan_tarik_masuk on usulan (status, id) where jenis = 'tarik_masuk';

alter table keluarga add column asal_kab smallint, add column asal_keluarga_id uuid;
comment on column keluarga.asal_kab is 'Partition that the family moved in from';
comment on column keluarga.asal_keluarga_id is 'The family as it was registered there';

-- Requests and answers are carried from area to area by the system's own work: nobody's request reads or writes outside its area.
create function panggil_pengantar() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job('pindah', json_build_object(), max_attempts := 25, job_key := 'pindah');
end $$;
comment on function panggil_pengantar() is 'Asks the system to carry moves between areas once this transaction is committed';
revoke all on function panggil_pengantar() from public;
grant execute on function panggil_pengantar() to siks_app, siks_job;
