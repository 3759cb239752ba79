-- Two records of the registry become one, and two again: the proposal, who decided, and every row as it stood before.
--
-- Nothing is removed: the record that goes gets the status `digabung` and names the one that stays. Rows that move are
-- kept whole in gabung_baris, before and after, and unmerging puts them back (docs/adr/0034).

alter table individu drop constraint individu_status_check;
alter table individu add constraint individu_status_check
  check (status in ('aktif', 'meninggal', 'pindah', 'tidak_ditemukan', 'digabung'));
alter table individu add column digabung_kab smallint, add column digabung_id uuid;
alter table individu add constraint individu_digabung_check check ((status = 'digabung') = (digabung_id is not null and digabung_kab is not null));
create index individu_digabung on individu (digabung_kab, digabung_id) where digabung_id is not null;
comment on column individu.status is 'aktif, meninggal, pindah, tidak_ditemukan, digabung (part of another record)';
comment on column individu.digabung_kab is 'Record it is part of: partition';
comment on column individu.digabung_id is 'Record it is part of';

alter table keluarga drop constraint keluarga_status_check;
alter table keluarga add constraint keluarga_status_check check (status in ('aktif', 'nonaktif', 'habis', 'pindah', 'digabung'));
alter table keluarga add column digabung_kab smallint, add column digabung_id uuid;
alter table keluarga add constraint keluarga_digabung_check check ((status = 'digabung') = (digabung_id is not null and digabung_kab is not null));
create index keluarga_digabung on keluarga (digabung_kab, digabung_id) where digabung_id is not null;
comment on column keluarga.status is 'aktif, nonaktif, habis (no member left), pindah, digabung (part of another record)';
comment on column keluarga.digabung_kab is 'Record it is part of: partition';
comment on column keluarga.digabung_id is 'Record it is part of';

create table gabung (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  arah text not null check (arah in ('gabung', 'pisah')),
  jenis text not null check (jenis in ('individu', 'keluarga')),
  wilayah bigint not null,
  ke_id uuid not null,
  dari_kab smallint not null,
  dari_id uuid not null,
  orang jsonb not null default '[]',
  ambil text[] not null default '{}',
  asal_id uuid,
  pasangan_kab smallint,
  pasangan_id uuid,
  alasan text not null,
  perlu smallint not null check (perlu between 1 and 5),
  status text not null default 'diajukan' check (status in ('diajukan', 'dilaksanakan', 'ditolak', 'dibatalkan')),
  dipisah_pada timestamptz,
  pengusul_id uuid not null references pengguna (id),
  pengusul_peran text not null,
  versi integer not null default 1,
  dibuat_pada timestamptz not null,
  selesai_pada timestamptz,
  primary key (kab, id),
  foreign key (kab, asal_id) references gabung (kab, id),
  check ((arah = 'pisah') = (asal_id is not null)),
  check ((status = 'diajukan') = (selesai_pada is null)),
  check (dipisah_pada is null or (arah = 'gabung' and status = 'dilaksanakan'))
);
create index gabung_diajukan_dari on gabung (dari_kab, dari_id) where status = 'diajukan';
create index gabung_diajukan_ke on gabung (kab, ke_id) where status = 'diajukan';
create index gabung_meja on gabung (wilayah, status, id);
create index gabung_ke on gabung (kab, ke_id, id);
call lindungi_wilayah('gabung');
comment on table gabung is 'Proposals that two records are one, or that a merge was wrong (distributed by kab)';
comment on column gabung.kab is 'Partition: that of the record that stays';
comment on column gabung.id is 'Identity';
comment on column gabung.arah is 'gabung (two become one), pisah (a merge is taken back)';
comment on column gabung.jenis is 'individu or keluarga';
comment on column gabung.wilayah is 'Narrowest region that holds both records: nobody who may see one of them alone sees this';
comment on column gabung.ke_id is 'Record that stays';
comment on column gabung.dari_kab is 'Record that becomes part of it: partition';
comment on column gabung.dari_id is 'Record that becomes part of it';
comment on column gabung.orang is 'Of families: members that are one person, [{"ke", "dari"}]';
comment on column gabung.ambil is 'Fields whose value is taken from the record that goes';
comment on column gabung.asal_id is 'Merge that is to be taken back';
comment on column gabung.pasangan_kab is 'Pair of a matching run that it came from: partition';
comment on column gabung.pasangan_id is 'Pair of a matching run that it came from';
comment on column gabung.alasan is 'Why';
comment on column gabung.perlu is 'How many others must agree, as the policy said on that day';
comment on column gabung.status is 'diajukan, dilaksanakan, ditolak, dibatalkan (by who proposed it)';
comment on column gabung.dipisah_pada is 'When the merge was taken back';
comment on column gabung.pengusul_id is 'Who proposed it';
comment on column gabung.pengusul_peran is 'Role worn';
comment on column gabung.versi is 'Version of the row';
comment on column gabung.dibuat_pada is 'Proposed at';
comment on column gabung.selesai_pada is 'Carried out, refused or withdrawn at';

create table gabung_langkah (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  gabung_id uuid not null,
  wilayah bigint not null,
  aksi text not null check (aksi in ('ajukan', 'setuju', 'tolak', 'batalkan')),
  alasan text,
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  pada timestamptz not null,
  primary key (kab, id),
  foreign key (kab, gabung_id) references gabung (kab, id)
);
create index gabung_langkah_milik on gabung_langkah (kab, gabung_id, id);
call lindungi_wilayah('gabung_langkah', 'select, insert', 'select, insert');
comment on table gabung_langkah is 'What was done with a proposal to merge or unmerge (distributed by kab, append-only)';
comment on column gabung_langkah.kab is 'Partition';
comment on column gabung_langkah.id is 'Identity; newer is greater';
comment on column gabung_langkah.gabung_id is 'Proposal';
comment on column gabung_langkah.wilayah is 'Narrowest region that held both records';
comment on column gabung_langkah.aksi is 'ajukan, setuju, tolak, batalkan';
comment on column gabung_langkah.alasan is 'Why';
comment on column gabung_langkah.pengguna_id is 'Who did it';
comment on column gabung_langkah.peran is 'Role worn';
comment on column gabung_langkah.pada is 'When';

create table gabung_baris (
  kab smallint not null,
  gabung_id uuid not null,
  urutan smallint not null,
  wilayah bigint not null,
  tabel text not null,
  sebelum jsonb not null,
  sesudah jsonb not null,
  primary key (kab, gabung_id, urutan),
  foreign key (kab, gabung_id) references gabung (kab, id)
);
call lindungi_wilayah('gabung_baris', 'select, insert', 'select, insert');
comment on table gabung_baris is 'Every row that a merge changed, whole, before and after: what unmerging gives back (distributed by kab, append-only)';
comment on column gabung_baris.kab is 'Partition of the proposal';
comment on column gabung_baris.gabung_id is 'Proposal that was carried out';
comment on column gabung_baris.urutan is 'Order in which it was written';
comment on column gabung_baris.wilayah is 'Narrowest region that held both records';
comment on column gabung_baris.tabel is 'Table of the row';
comment on column gabung_baris.sebelum is 'The row before';
comment on column gabung_baris.sesudah is 'The row after';

-- Labels of sampled pairs: they measure matching and decide nothing; reused wherever the pair is sampled again.
create table padanan_label (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  kiri_id uuid not null,
  kanan_id uuid not null,
  label text not null check (label in ('sama', 'beda', 'tidak_tahu')),
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  dibuat_pada timestamptz not null,
  primary key (kab, id)
);
create index padanan_label_pasangan on padanan_label (kab, kiri_id, kanan_id, id desc);
call lindungi_wilayah('padanan_label', 'select, insert', 'select, insert');
comment on table padanan_label is 'What a person said of a sampled pair, to measure matching; the newest holds (distributed by kab of the left record, append-only)';
comment on column padanan_label.kab is 'Partition: that of the left record';
comment on column padanan_label.id is 'Label; newer is greater';
comment on column padanan_label.wilayah is 'Narrowest region that held both records';
comment on column padanan_label.kiri_id is 'Left record, as in padanan_pasangan';
comment on column padanan_label.kanan_id is 'Right record';
comment on column padanan_label.label is 'sama (one person), beda (two), tidak_tahu (cannot be told)';
comment on column padanan_label.pengguna_id is 'Who labelled';
comment on column padanan_label.peran is 'Role worn';
comment on column padanan_label.dibuat_pada is 'When';

-- Pairs that lie above the reader's area: of the record inside it is told that another one exists, and with which level it lies.
create index padanan_pasangan_atas on padanan_pasangan (wilayah, id) where wilayah % 100000000 = 0;
create function padanan_di_luar(batas integer)
returns table (pasangan_id uuid, kab smallint, individu_id uuid, bersama bigint, status text)
language sql stable security definer set search_path = public, pg_temp as $$
  with area as (select nullif(current_setting('app.lo', true), '')::bigint as lo, nullif(current_setting('app.hi', true), '')::bigint as hi)
  select p.id, i.kab, i.id, p.wilayah, p.status
  from area a, unnest(array[0, a.lo - a.lo % 100000000]) as atas(kode)
    join padanan_pasangan p on p.wilayah = atas.kode and p.wilayah % 100000000 = 0 and p.status in ('antre', 'sama', 'ragu')
    join individu i on (i.kab, i.id) = (p.kiri_kab, p.kiri_id) and p.kiri_jenis = 'individu'
      or (i.kab, i.id) = (p.kanan_kab, p.kanan_id) and p.kanan_jenis = 'individu'
  where current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*'
    and atas.kode < a.lo and i.wilayah >= a.lo and i.wilayah < a.hi
  order by p.id limit least(batas, 200)
$$;
comment on function padanan_di_luar(integer) is 'People of the area set for the transaction whose other record lies outside it: that it exists, nothing of it';
alter function padanan_di_luar(integer) owner to siks_cari;
revoke all on function padanan_di_luar(integer) from public;
grant execute on function padanan_di_luar(integer) to siks_app;
