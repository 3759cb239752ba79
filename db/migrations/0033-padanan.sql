-- Matching: runs and their parts, the pairs they found, and what people decided of two records, which outlives every run.
--
-- The region of a pair is the narrowest one that holds both records. The policy of areas then shows it to whoever may
-- see both, and to nobody who may see one of them alone: a pair across two kab/kota lies with the province.

create table padanan_jalan (
  id uuid primary key default uuidv7_siks(),
  jenis text not null check (jenis in ('kembar', 'sumber')),
  sumber text check (sumber in ('p3ke', 'regsosek', 'dukcapil', 'kks', 'pbi')),
  cara text not null default 'penuh' check (cara in ('penuh', 'susulan')),
  sejak timestamptz,
  model text not null,
  kebijakan_hash text not null references kebijakan (hash),
  ambang_padan real not null,
  ambang_periksa real not null,
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  status text not null default 'antre' check (status in ('antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan')),
  pekerjaan_id uuid,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null,
  selesai_pada timestamptz,
  check ((jenis = 'sumber') = (sumber is not null)),
  check ((cara = 'susulan') = (sejak is not null)),
  check (lo < hi)
);
create index padanan_jalan_terbaru on padanan_jalan (dibuat_pada desc);
alter table padanan_jalan enable row level security;
alter table padanan_jalan force row level security;
create policy wilayah_baca on padanan_jalan for select to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_tulis on padanan_jalan for insert to siks_app, siks_job
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_ubah on padanan_jalan for update to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
grant select, insert, update on padanan_jalan to siks_app, siks_job;
comment on table padanan_jalan is 'A run of matching over an area: inside the registry, or one source against it (reference table; about an area, no person)';
comment on column padanan_jalan.id is 'Run';
comment on column padanan_jalan.jenis is 'kembar (doubles inside the registry), sumber (a source against the registry)';
comment on column padanan_jalan.sumber is 'The source, where one is matched';
comment on column padanan_jalan.cara is 'penuh (everybody), susulan (only what changed since)';
comment on column padanan_jalan.sejak is 'Changes from this moment on are compared; null compares everybody';
comment on column padanan_jalan.model is 'Model: a name in policy/padanan';
comment on column padanan_jalan.kebijakan_hash is 'Text of the model that was used';
comment on column padanan_jalan.ambang_padan is 'Bits from which a pair is one person, by the model';
comment on column padanan_jalan.ambang_periksa is 'Bits from which a person should look, by the model';
comment on column padanan_jalan.wilayah is 'Area that is matched';
comment on column padanan_jalan.lo is 'First region code of the area';
comment on column padanan_jalan.hi is 'First region code after it';
comment on column padanan_jalan.status is 'antre, berjalan, selesai, gagal, dibatalkan';
comment on column padanan_jalan.pekerjaan_id is 'Job that runs it';
comment on column padanan_jalan.pengguna_id is 'Who asked for it; null for the nightly one';
comment on column padanan_jalan.dibuat_pada is 'Asked for at';
comment on column padanan_jalan.selesai_pada is 'Ended at';

create table padanan_bagian (
  kab smallint not null,
  jalan_id uuid not null references padanan_jalan (id),
  nomor smallint not null,
  jenis text not null check (jenis in ('dalam', 'lintas')),
  wilayah bigint not null,
  lo bigint not null,
  hi bigint not null,
  status text not null default 'antre' check (status in ('antre', 'selesai')),
  rekaman integer not null,
  calon bigint,
  pasangan integer,
  padan integer,
  gugus integer,
  diputus integer,
  dari_nomor smallint,
  parameter jsonb,
  blok jsonb,
  frekuensi jsonb,
  detik jsonb,
  selesai_pada timestamptz,
  primary key (kab, jalan_id, nomor),
  check (lo < hi)
);
alter table padanan_bagian enable row level security;
alter table padanan_bagian force row level security;
create policy wilayah_baca on padanan_bagian for select to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_tulis on padanan_bagian for insert to siks_job
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_ubah on padanan_bagian for update to siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
grant select on padanan_bagian to siks_app;
grant select, insert, update on padanan_bagian to siks_job;
comment on table padanan_bagian is 'A part of a run that is matched by itself and stored in one transaction: a kab/kota or some of its kecamatan, or what crosses parts (distributed by kab; counts and weights, no person)';
comment on column padanan_bagian.kab is 'Partition; of what crosses kab/kota, the first four digits of the area';
comment on column padanan_bagian.jalan_id is 'Run';
comment on column padanan_bagian.nomor is 'Number in the run, from 1; what crosses parts comes last';
comment on column padanan_bagian.jenis is 'dalam (all pairs inside it), lintas (pairs across the parts of the run)';
comment on column padanan_bagian.wilayah is 'Narrowest region that holds it';
comment on column padanan_bagian.lo is 'First region code of it';
comment on column padanan_bagian.hi is 'First region code after it';
comment on column padanan_bagian.status is 'antre, selesai';
comment on column padanan_bagian.rekaman is 'Records: planned, then as they were read';
comment on column padanan_bagian.calon is 'Pairs that were compared';
comment on column padanan_bagian.pasangan is 'Pairs that were stored';
comment on column padanan_bagian.padan is 'Of these, pairs that are one person by the threshold';
comment on column padanan_bagian.gugus is 'Clusters of two records and more';
comment on column padanan_bagian.diputus is 'Links that were cut where a chain held two persons';
comment on column padanan_bagian.dari_nomor is 'Part whose weights were used; null where they were estimated here, 0 where they come from an earlier run';
comment on column padanan_bagian.parameter is 'Weights as estimated: m, u, share of true pairs, layers, usual frequencies, rounds and last change';
comment on column padanan_bagian.blok is 'Per blocking rule: pairs added, found, found by it alone; blocks too large, split and left out';
comment on column padanan_bagian.frekuensi is 'How common the most common values are by which weights are adjusted, by their hashes';
comment on column padanan_bagian.detik is 'Seconds of reading, matching and storing';
comment on column padanan_bagian.selesai_pada is 'Stored at';

create table padanan_pasangan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  jalan_id uuid not null,
  bagian smallint not null,
  wilayah bigint not null,
  kiri_kab smallint not null,
  kiri_id uuid not null,
  kiri_jenis text not null check (kiri_jenis in ('individu', 'orang_sumber')),
  kanan_kab smallint not null,
  kanan_id uuid not null,
  kanan_jenis text not null check (kanan_jenis in ('individu', 'orang_sumber')),
  bobot real not null,
  peluang real not null,
  tingkat smallint[] not null,
  gugus uuid,
  taruhan smallint not null default 0,
  status text not null default 'antre' check (status in ('antre', 'sama', 'beda', 'ragu', 'usang')),
  versi integer not null default 1,
  dibuat_pada timestamptz not null default now(),
  primary key (kab, id),
  check (kiri_jenis < kanan_jenis or (kiri_jenis = kanan_jenis and kiri_id < kanan_id))
);
create index padanan_pasangan_antre on padanan_pasangan (kab, taruhan desc, bobot desc, id) where status = 'antre';
create index padanan_pasangan_kiri on padanan_pasangan (kab, kiri_id);
create index padanan_pasangan_kanan on padanan_pasangan (kanan_id);
call lindungi_wilayah('padanan_pasangan');
comment on table padanan_pasangan is 'Two records that a run took for one person, or that a person should look at (distributed by kab of the left record)';
comment on column padanan_pasangan.kab is 'Partition: that of the left record';
comment on column padanan_pasangan.id is 'Pair';
comment on column padanan_pasangan.jalan_id is 'Run that found it';
comment on column padanan_pasangan.bagian is 'Part of that run';
comment on column padanan_pasangan.wilayah is 'Narrowest region that holds both records: a village, kecamatan, kab/kota, province, or the nation (0)';
comment on column padanan_pasangan.kiri_kab is 'Left record: partition. Of two records of the registry the smaller id is left, and the registry is left of a source';
comment on column padanan_pasangan.kiri_id is 'Left record';
comment on column padanan_pasangan.kiri_jenis is 'Left record: individu or orang_sumber';
comment on column padanan_pasangan.kanan_kab is 'Right record: partition';
comment on column padanan_pasangan.kanan_id is 'Right record';
comment on column padanan_pasangan.kanan_jenis is 'Right record: individu or orang_sumber';
comment on column padanan_pasangan.bobot is 'Weight in bits, prior and rarity of values included; +1 doubles the odds';
comment on column padanan_pasangan.peluang is 'Probability of one person, from the weight';
comment on column padanan_pasangan.tingkat is 'Per comparison of the model its level, from 0; after the last: none of them; one more: nothing can be said';
comment on column padanan_pasangan.gugus is 'Cluster in the run, by the first of its records; null where the two are not in one cluster';
comment on column padanan_pasangan.taruhan is 'What is at stake: how many of the two families receive a programme now (0 to 2)';
comment on column padanan_pasangan.status is 'antre (to be decided), sama, beda, ragu as decided, usang (a later run looked at these records again)';
comment on column padanan_pasangan.versi is 'Version of the row';
comment on column padanan_pasangan.dibuat_pada is 'Stored at';

create table padanan_putusan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  kiri_kab smallint not null,
  kiri_id uuid not null,
  kiri_jenis text not null check (kiri_jenis in ('individu', 'orang_sumber')),
  kanan_kab smallint not null,
  kanan_id uuid not null,
  kanan_jenis text not null check (kanan_jenis in ('individu', 'orang_sumber')),
  putusan text not null check (putusan in ('sama', 'beda', 'ragu')),
  alasan text,
  pasangan_id uuid,
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  check (kiri_jenis < kanan_jenis or (kiri_jenis = kanan_jenis and kiri_id < kanan_id))
);
create index padanan_putusan_pasangan on padanan_putusan (kab, kiri_id, kanan_id, id desc);
call lindungi_wilayah('padanan_putusan', 'select, insert', 'select, insert');
comment on table padanan_putusan is 'What was decided of two records; the newest holds, and every later run applies it (distributed by kab of the left record, append-only)';
comment on column padanan_putusan.kab is 'Partition: that of the left record';
comment on column padanan_putusan.id is 'Decision; newer is greater';
comment on column padanan_putusan.wilayah is 'Narrowest region that held both records';
comment on column padanan_putusan.kiri_kab is 'Left record: partition; left and right as in padanan_pasangan';
comment on column padanan_putusan.kiri_id is 'Left record';
comment on column padanan_putusan.kiri_jenis is 'Left record: individu or orang_sumber';
comment on column padanan_putusan.kanan_kab is 'Right record: partition';
comment on column padanan_putusan.kanan_id is 'Right record';
comment on column padanan_putusan.kanan_jenis is 'Right record: individu or orang_sumber';
comment on column padanan_putusan.putusan is 'sama (one person), beda (two persons: does not come back), ragu';
comment on column padanan_putusan.alasan is 'Why, in words';
comment on column padanan_putusan.pasangan_id is 'Pair that was looked at';
comment on column padanan_putusan.pengguna_id is 'Who decided';
comment on column padanan_putusan.peran is 'Role worn';
comment on column padanan_putusan.dibuat_pada is 'When';

-- People of a village, or of all villages of a kab/kota, who were born on a day: what a typed record is compared with.
create index individu_lahir on individu (wilayah, tanggal_lahir);
