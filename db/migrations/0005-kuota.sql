-- Quotas, their splits, decisions among equals at the line, and frozen lists. All append-only.

-- Readers of any part of an area see its heading; only those who hold all of it write.
create procedure lindungi_kepala(tabel regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format($p$create policy wilayah_baca on %s for select to siks_app, siks_job
    using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint)$p$, tabel);
  execute format($p$create policy wilayah_tulis on %s for insert to siks_app, siks_job
    with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
      and coalesce(current_setting('app.rt', true), '') = '')$p$, tabel);
  execute format('grant select, insert on %s to siks_app, siks_job', tabel);
end $$;
comment on procedure lindungi_kepala(regclass) is 'Row-level security for rows about a whole area: read where areas overlap, insert where one holds all of it, never change';

create table kuota (
  id uuid primary key default uuidv7_siks(),
  program text not null,
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  dari date not null,
  sampai date,
  jumlah integer not null check (jumlah >= 0),
  dasar_nomor text,
  dasar_tanggal date,
  dasar_penerbit text,
  sumber text not null,
  versi integer not null default 1 check (versi >= 1),
  menggantikan uuid references kuota (id),
  alasan text,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp(),
  unique (program, wilayah, dari, versi),
  check ((versi = 1) = (menggantikan is null)),
  check (sampai is null or sampai > dari)
);
call lindungi_kepala('kuota');
create index kuota_wilayah on kuota (lo, hi);
comment on table kuota is 'How many families a programme has room for in an area and a period (reference table, append-only)';
comment on column kuota.id is 'Identity';
comment on column kuota.program is 'Programme: a code of policy/parameter/program.yaml';
comment on column kuota.wilayah is 'Area, of any level';
comment on column kuota.lo is 'First region code of the area';
comment on column kuota.hi is 'First region code after the area';
comment on column kuota.dari is 'First day of the period';
comment on column kuota.sampai is 'First day after the period; null is until a new one';
comment on column kuota.jumlah is 'Families';
comment on column kuota.dasar_nomor is 'Number of the letter that sets it (SK)';
comment on column kuota.dasar_tanggal is 'Date of that letter';
comment on column kuota.dasar_penerbit is 'Who issued that letter';
comment on column kuota.sumber is 'Where the figure is known from';
comment on column kuota.versi is 'Number among the quotas of the same programme, area and first day; the highest holds';
comment on column kuota.menggantikan is 'The version before it';
comment on column kuota.alasan is 'Why it replaces that version';
comment on column kuota.pengguna_id is 'Who set it; null when it came from policy';
comment on column kuota.dibuat_pada is 'When';

create table kuota_pembagian (
  id uuid primary key default uuidv7_siks(),
  kuota_id uuid not null references kuota (id),
  lo bigint not null,
  hi bigint not null,
  versi integer not null,
  metode text not null check (metode in ('terdaftar', 'miskin', 'peringkat', 'manual')),
  bagian jsonb not null,
  alasan text not null,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp(),
  unique (kuota_id, versi)
);
call lindungi_kepala('kuota_pembagian');
comment on table kuota_pembagian is 'Split of a quota among the regions below (reference table, append-only)';
comment on column kuota_pembagian.id is 'Identity';
comment on column kuota_pembagian.kuota_id is 'Quota';
comment on column kuota_pembagian.lo is 'First region code of the area of the quota';
comment on column kuota_pembagian.hi is 'First region code after it';
comment on column kuota_pembagian.versi is 'The highest holds';
comment on column kuota_pembagian.metode is 'Where the shares come from: terdaftar, miskin, peringkat, manual';
comment on column kuota_pembagian.bagian is 'Shares: a list of {wilayah, jumlah}; they add up to the quota';
comment on column kuota_pembagian.alasan is 'Why so';
comment on column kuota_pembagian.pengguna_id is 'Who decided it';
comment on column kuota_pembagian.dibuat_pada is 'When';

create table kuota_putusan (
  id uuid primary key default uuidv7_siks(),
  kuota_id uuid not null references kuota (id),
  ronde_id uuid not null references peringkat_ronde (id),
  lo bigint not null,
  hi bigint not null,
  skenario text not null,
  kelompok bigint not null,
  kunci bigint not null,
  sama integer not null,
  tempat integer not null,
  alasan text not null,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp()
);
create index kuota_putusan_kuota on kuota_putusan (kuota_id, ronde_id, skenario, kelompok, id);
call lindungi_kepala('kuota_putusan');
comment on table kuota_putusan is 'Decision of a named person among families equal at the line (reference table, append-only; the newest holds)';
comment on column kuota_putusan.id is 'Identity';
comment on column kuota_putusan.kuota_id is 'Quota';
comment on column kuota_putusan.ronde_id is 'Ranking';
comment on column kuota_putusan.lo is 'First region code of the area of the quota';
comment on column kuota_putusan.hi is 'First region code after it';
comment on column kuota_putusan.skenario is 'Rule, option and split it was decided for';
comment on column kuota_putusan.kelompok is 'Region whose line it is';
comment on column kuota_putusan.kunci is 'Sort key that the families share';
comment on column kuota_putusan.sama is 'Families equal at the line then';
comment on column kuota_putusan.tempat is 'Places that were left for them';
comment on column kuota_putusan.alasan is 'Why so';
comment on column kuota_putusan.pengguna_id is 'Who decided';
comment on column kuota_putusan.dibuat_pada is 'When';

create table kuota_putusan_baris (
  kab smallint not null,
  putusan_id uuid not null references kuota_putusan (id),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  masuk boolean not null,
  primary key (kab, putusan_id, keluarga_id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
call lindungi_wilayah('kuota_putusan_baris', 'select, insert', 'select, insert');
comment on table kuota_putusan_baris is 'Each family of a decision among equals (distributed by kab, append-only)';
comment on column kuota_putusan_baris.kab is 'Partition';
comment on column kuota_putusan_baris.putusan_id is 'Decision';
comment on column kuota_putusan_baris.keluarga_id is 'Family';
comment on column kuota_putusan_baris.wilayah is 'Village';
comment on column kuota_putusan_baris.rt is 'Rukun tetangga';
comment on column kuota_putusan_baris.masuk is 'Gets one of the places';

create table daftar (
  id uuid primary key default uuidv7_siks(),
  kuota_id uuid not null references kuota (id),
  versi integer not null,
  menggantikan uuid references daftar (id),
  alasan text,
  program text not null,
  wilayah bigint not null,
  lo bigint not null,
  hi bigint not null,
  dari date not null,
  sampai date,
  jumlah integer not null,
  ronde_id uuid not null references peringkat_ronde (id),
  kebijakan_hash text not null,
  skenario text not null,
  pilihan jsonb not null,
  ringkasan jsonb not null,
  garis jsonb not null,
  indikator jsonb not null,
  jumlah_baris integer not null,
  hash text not null,
  pengguna_id uuid references pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp(),
  unique (kuota_id, versi),
  check ((versi = 1) = (menggantikan is null)),
  check (versi = 1 or alasan is not null)
);
call lindungi_kepala('daftar');
comment on table daftar is 'Frozen list of a quota: heading and hash (reference table, append-only; the highest version holds)';
comment on column daftar.id is 'Identity';
comment on column daftar.kuota_id is 'Quota';
comment on column daftar.versi is 'Number among the lists of the quota';
comment on column daftar.menggantikan is 'The list it replaces';
comment on column daftar.alasan is 'Why it replaces that list';
comment on column daftar.program is 'Programme, as then';
comment on column daftar.wilayah is 'Area, as then';
comment on column daftar.lo is 'First region code of the area';
comment on column daftar.hi is 'First region code after it';
comment on column daftar.dari is 'First day of the period';
comment on column daftar.sampai is 'First day after the period';
comment on column daftar.jumlah is 'The quota, as then';
comment on column daftar.ronde_id is 'Ranking it was cut from';
comment on column daftar.kebijakan_hash is 'Text of the ranking model';
comment on column daftar.skenario is 'Rule, option and split';
comment on column daftar.pilihan is 'The same in parts';
comment on column daftar.ringkasan is 'Totals as shown';
comment on column daftar.garis is 'The lines: places, families equal there, what the neighbours of the line met';
comment on column daftar.indikator is 'Items of the model in the order of the bits, with their labels';
comment on column daftar.jumlah_baris is 'Rows';
comment on column daftar.hash is 'SHA-256 over heading and rows, hex; how is in docs/adr/0012-quota-lists.md';
comment on column daftar.pengguna_id is 'Who froze it';
comment on column daftar.dibuat_pada is 'When';

create table daftar_baris (
  kab smallint not null,
  daftar_id uuid not null,
  nomor integer not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  wilayah_tercatat bigint not null,
  rt smallint,
  rw smallint,
  nama_kepala text not null,
  nomor_kk text,
  nik_kepala text,
  alamat text,
  jumlah_anggota smallint not null,
  kelompok bigint not null,
  peringkat integer,
  kunci bigint,
  kelayakan smallint,
  terpenuhi smallint,
  terjawab smallint,
  poin integer,
  bit_terpenuhi integer,
  bit_terjawab integer,
  menerima boolean not null,
  keputusan text not null check (keputusan in ('tetap', 'masuk', 'keluar', 'menunggu')),
  alasan text not null,
  komponen text,
  putusan_id uuid,
  hash text not null,
  primary key (kab, daftar_id, nomor),
  unique (kab, daftar_id, keluarga_id)
);
create index daftar_baris_wilayah on daftar_baris (daftar_id, wilayah, nomor);
call lindungi_wilayah('daftar_baris', 'select, insert', 'select, insert');
comment on table daftar_baris is 'A family of a frozen list, copied as it was (distributed by kab, append-only)';
comment on column daftar_baris.kab is 'Partition';
comment on column daftar_baris.daftar_id is 'List';
comment on column daftar_baris.nomor is 'Number in the list, by decision and rank';
comment on column daftar_baris.keluarga_id is 'Family';
comment on column daftar_baris.wilayah is 'Village today';
comment on column daftar_baris.wilayah_tercatat is 'Village as frozen';
comment on column daftar_baris.rt is 'Rukun tetangga';
comment on column daftar_baris.rw is 'Rukun warga';
comment on column daftar_baris.nama_kepala is 'Name of the head of family';
comment on column daftar_baris.nomor_kk is 'Number of the family card';
comment on column daftar_baris.nik_kepala is 'NIK of the head of family';
comment on column daftar_baris.alamat is 'Address';
comment on column daftar_baris.jumlah_anggota is 'Living members';
comment on column daftar_baris.kelompok is 'Region whose line decided';
comment on column daftar_baris.peringkat is 'Rank in the area of the quota; null when not ranked';
comment on column daftar_baris.kunci is 'Sort key';
comment on column daftar_baris.kelayakan is 'Status of eligibility in the ranking: 1 layak, 2 belum dinilai, 3 tidak layak';
comment on column daftar_baris.terpenuhi is 'Indicators met';
comment on column daftar_baris.terjawab is 'Items answered';
comment on column daftar_baris.poin is 'Points';
comment on column daftar_baris.bit_terpenuhi is 'Which items are met: bit n-1 is item n';
comment on column daftar_baris.bit_terjawab is 'Which items are answered: bit n-1 is item n';
comment on column daftar_baris.menerima is 'Received the programme on the day of the freeze';
comment on column daftar_baris.keputusan is 'tetap, masuk, keluar (displaced), menunggu';
comment on column daftar_baris.alasan is 'Ground, as a code';
comment on column daftar_baris.komponen is 'First part of the sort key that differs from the line: kelayakan, skor, tanggungan, rentan, luas';
comment on column daftar_baris.putusan_id is 'Decision among equals that placed it';
comment on column daftar_baris.hash is 'SHA-256 of the row, hex';

-- Who is registered now: read by every cut, without touching the wide rows of families.
create index keluarga_aktif on keluarga (wilayah, kab, id) where status = 'aktif';
