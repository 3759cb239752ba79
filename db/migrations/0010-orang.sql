-- Officers: how they are found, their own numbers (sealed), assignments within areas, administrators by two, hand-overs.

grant insert, update (nama, nonaktif_pada, masuk_id) on pengguna to siks_app;

-- Assignments: seen and given within one's area; the sign-in reads them all, to know the area.
alter table penugasan
  add column versi integer not null default 1,
  add column diberikan_oleh uuid references pengguna (id),
  add column disetujui_oleh uuid references pengguna (id),
  add column dibuat_pada timestamptz not null default clock_timestamp(),
  add constraint penugasan_masa check (sampai is null or sampai >= dari),
  add constraint penugasan_pengganti check (jenis = 'definitif' or (sampai is not null and surat_nomor is not null)),
  add constraint penugasan_rt check (rt is null or cardinality(rt) > 0),
  add constraint penugasan_keluarga check (keluarga is null or cardinality(keluarga) > 0),
  add constraint penugasan_bukan_sendiri check (diberikan_oleh is distinct from pengguna_id and disetujui_oleh is distinct from pengguna_id
    and (disetujui_oleh is null or disetujui_oleh is distinct from diberikan_oleh));
create index penugasan_wilayah on penugasan (wilayah, pengguna_id);
alter table penugasan enable row level security;
alter table penugasan force row level security;
create policy tempat_tugas on penugasan to siks_app, siks_job
  using (wilayah >= nullif(current_setting('app.lo', true), '')::bigint and wilayah < nullif(current_setting('app.hi', true), '')::bigint)
  with check (wilayah >= nullif(current_setting('app.lo', true), '')::bigint and wilayah < nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy sendiri on penugasan for select to siks_app
  using (pengguna_id = nullif(current_setting('app.pengguna', true), '')::uuid);
create policy masuk on penugasan for select to siks_masuk using (true);
grant insert, update (dari, sampai, surat_nomor, surat_tanggal, versi) on penugasan to siks_app;
comment on column penugasan.versi is 'Counts the changes of dates and letter';
comment on column penugasan.diberikan_oleh is 'Who gave it; null when the installation itself did';
comment on column penugasan.disetujui_oleh is 'For an administrator: the second person, who approved';
comment on column penugasan.dibuat_pada is 'When it was given';

-- An officer's own numbers: sealed, one row visible to one person.
create table pengguna_identitas (
  pengguna_id uuid primary key references pengguna (id),
  nik_segel text not null,
  nik_sidik text not null unique,
  nomor_kk_segel text not null,
  nomor_kk_sidik text not null,
  kunci_versi text not null,
  diisi_oleh uuid references pengguna (id),
  diisi_pada timestamptz not null default clock_timestamp()
);
alter table pengguna_identitas enable row level security;
alter table pengguna_identitas force row level security;
create policy sendiri on pengguna_identitas to siks_app, siks_job
  using (pengguna_id = nullif(current_setting('app.pengguna', true), '')::uuid)
  with check (pengguna_id = nullif(current_setting('app.pengguna', true), '')::uuid);
create policy baru on pengguna_identitas for insert to siks_app with check (true);
grant select, insert, update on pengguna_identitas to siks_app;
grant select on pengguna_identitas to siks_job;
comment on table pengguna_identitas is 'An officer''s own NIK and family-card number, so that relatives can be flagged; sealed, opened for that officer alone (reference table)';
comment on column pengguna_identitas.pengguna_id is 'The officer';
comment on column pengguna_identitas.nik_segel is 'NIK, sealed with AES-256-GCM for this very row';
comment on column pengguna_identitas.nik_sidik is 'Keyed fingerprint of the NIK: one person, one account';
comment on column pengguna_identitas.nomor_kk_segel is 'Family-card number, sealed';
comment on column pengguna_identitas.nomor_kk_sidik is 'Keyed fingerprint of the family-card number: who lives in the same family';
comment on column pengguna_identitas.kunci_versi is 'Version of the key';
comment on column pengguna_identitas.diisi_oleh is 'Who typed it last';
comment on column pengguna_identitas.diisi_pada is 'When';

-- Administrators are made by two.
create table usulan_administrator (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null references pengguna (id),
  wilayah bigint not null references wilayah (kode),
  jenis text not null check (jenis in ('definitif', 'plt', 'plh')),
  dari date not null,
  sampai date check (sampai is null or sampai > dari),
  surat_nomor text not null,
  surat_tanggal date not null,
  pengusul_id uuid not null references pengguna (id),
  diusulkan_pada timestamptz not null default clock_timestamp(),
  status text not null default 'menunggu' check (status in ('menunggu', 'disetujui', 'ditolak')),
  pemutus_id uuid references pengguna (id),
  diputus_pada timestamptz,
  alasan text,
  penugasan_id uuid references penugasan (id),
  check (pengusul_id <> pengguna_id),
  check (pemutus_id is null or (pemutus_id <> pengguna_id and pemutus_id <> pengusul_id)),
  check ((status = 'menunggu') = (pemutus_id is null))
);
create unique index usulan_administrator_menunggu on usulan_administrator (pengguna_id, wilayah) where status = 'menunggu';
create index usulan_administrator_wilayah on usulan_administrator (wilayah, id);
comment on table usulan_administrator is 'Administrators proposed by one person, approved or refused by another (reference table)';
comment on column usulan_administrator.id is 'Identity';
comment on column usulan_administrator.pengguna_id is 'Who shall become administrator';
comment on column usulan_administrator.wilayah is 'Of which area';
comment on column usulan_administrator.jenis is 'definitif, plt, plh';
comment on column usulan_administrator.dari is 'First day';
comment on column usulan_administrator.sampai is 'First day after; null is open';
comment on column usulan_administrator.surat_nomor is 'Letter of assignment: number';
comment on column usulan_administrator.surat_tanggal is 'Letter of assignment: date';
comment on column usulan_administrator.pengusul_id is 'Who proposed';
comment on column usulan_administrator.diusulkan_pada is 'When';
comment on column usulan_administrator.status is 'menunggu, disetujui, ditolak';
comment on column usulan_administrator.pemutus_id is 'Who decided: never the proposer, never the person proposed';
comment on column usulan_administrator.diputus_pada is 'When';
comment on column usulan_administrator.alasan is 'Why it was refused, or a remark';
comment on column usulan_administrator.penugasan_id is 'The assignment that came of it';

-- What happened to officers and their assignments.
create table penugasan_riwayat (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null references pengguna (id),
  penugasan_id uuid references penugasan (id),
  wilayah bigint not null references wilayah (kode),
  operasi text not null,
  oleh_id uuid references pengguna (id),
  waktu timestamptz not null default clock_timestamp(),
  sebelum jsonb,
  sesudah jsonb,
  alasan text
);
create index penugasan_riwayat_pengguna on penugasan_riwayat (pengguna_id, id desc);
comment on table penugasan_riwayat is 'What was done to officers and their assignments (reference table, append-only)';
comment on column penugasan_riwayat.id is 'Identity';
comment on column penugasan_riwayat.pengguna_id is 'The officer';
comment on column penugasan_riwayat.penugasan_id is 'The assignment, where it was about one';
comment on column penugasan_riwayat.wilayah is 'Area of the assignment';
comment on column penugasan_riwayat.operasi is 'Operation that did it';
comment on column penugasan_riwayat.oleh_id is 'Who; null when the installation itself did';
comment on column penugasan_riwayat.waktu is 'When';
comment on column penugasan_riwayat.sebelum is 'Before';
comment on column penugasan_riwayat.sesudah is 'After';
comment on column penugasan_riwayat.alasan is 'Why';

-- Officers taken from a file, and links that wait to be handed out.
create table impor_pengguna (
  id uuid primary key default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  nama_berkas text not null,
  sidik text not null,
  diterima integer not null,
  ditolak integer not null,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp()
);
comment on table impor_pengguna is 'Files of officers that were taken in (reference table, append-only)';
comment on column impor_pengguna.id is 'Identity';
comment on column impor_pengguna.wilayah is 'Area of the sender';
comment on column impor_pengguna.nama_berkas is 'File name as sent; shown, never used as a path';
comment on column impor_pengguna.sidik is 'SHA-256 of the file';
comment on column impor_pengguna.diterima is 'Rows that became officers';
comment on column impor_pengguna.ditolak is 'Rows refused';
comment on column impor_pengguna.pengguna_id is 'Who sent it';
comment on column impor_pengguna.dibuat_pada is 'When';

create table tautan_segel (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null references pengguna (id),
  jenis text not null check (jenis in ('undangan', 'reset')),
  segel text not null,
  sidik text not null unique,
  dibuat_oleh uuid not null references pengguna (id),
  impor_id uuid references impor_pengguna (id),
  dibuat_pada timestamptz not null default clock_timestamp(),
  berakhir_pada timestamptz not null
);
create index tautan_segel_pengguna on tautan_segel (pengguna_id, id desc);
create index tautan_segel_impor on tautan_segel (impor_id) where impor_id is not null;
alter table tautan_segel enable row level security;
alter table tautan_segel force row level security;
create policy sendiri on tautan_segel to siks_app
  using (dibuat_oleh = nullif(current_setting('app.pengguna', true), '')::uuid)
  with check (dibuat_oleh = nullif(current_setting('app.pengguna', true), '')::uuid);
grant select, insert on tautan_segel to siks_app;
comment on table tautan_segel is 'One-time links until they are handed out: sealed, for the person who made them (reference table, append-only)';
comment on column tautan_segel.id is 'Identity';
comment on column tautan_segel.pengguna_id is 'Whom the link is for';
comment on column tautan_segel.jenis is 'undangan, reset';
comment on column tautan_segel.segel is 'The link, sealed for this very row';
comment on column tautan_segel.sidik is 'Hash of its secret: the row of undangan that says whether it is still open';
comment on column tautan_segel.dibuat_oleh is 'Who made it and may hand it out';
comment on column tautan_segel.impor_id is 'The file of officers it came with';
comment on column tautan_segel.dibuat_pada is 'When';
comment on column tautan_segel.berakhir_pada is 'Until when it may be used';

-- Handing over.
create table serah_terima (
  id uuid primary key default uuidv7_siks(),
  dari_id uuid not null references pengguna (id),
  kepada_id uuid references pengguna (id),
  oleh_id uuid references pengguna (id),
  wilayah bigint not null references wilayah (kode),
  menggantikan uuid unique references serah_terima (id),
  alasan text not null,
  dibuat_pada timestamptz not null default clock_timestamp(),
  check (kepada_id is distinct from dari_id)
);
create index serah_terima_kepada on serah_terima (kepada_id, id desc);
create index serah_terima_dari on serah_terima (dari_id, id desc);
comment on table serah_terima is 'Open work that went from one officer to another, by name (reference table, append-only)';
comment on column serah_terima.id is 'Identity';
comment on column serah_terima.dari_id is 'Who gave it up';
comment on column serah_terima.kepada_id is 'Who goes on with it; null while nobody is named';
comment on column serah_terima.oleh_id is 'Who ordered it';
comment on column serah_terima.wilayah is 'Area of the one who gave it up';
comment on column serah_terima.menggantikan is 'The hand-over without a successor that this one completes';
comment on column serah_terima.alasan is 'Why';
comment on column serah_terima.dibuat_pada is 'When';

create table serah_terima_butir (
  id uuid primary key default uuidv7_siks(),
  serah_terima_id uuid not null references serah_terima (id),
  jenis text not null,
  objek_id uuid not null,
  judul text not null,
  wilayah bigint not null,
  kepada_id uuid references pengguna (id),
  keadaan jsonb not null
);
create index serah_terima_butir_objek on serah_terima_butir (jenis, objek_id, id desc);
create index serah_terima_butir_induk on serah_terima_butir (serah_terima_id);
comment on table serah_terima_butir is 'Each piece of work of a hand-over (reference table, append-only)';
comment on column serah_terima_butir.id is 'Identity';
comment on column serah_terima_butir.serah_terima_id is 'The hand-over';
comment on column serah_terima_butir.jenis is 'Kind of work: pekerjaan, impor, kuota';
comment on column serah_terima_butir.objek_id is 'The record that is open';
comment on column serah_terima_butir.judul is 'What it is, in words, without personal data';
comment on column serah_terima_butir.wilayah is 'Area of that record';
comment on column serah_terima_butir.kepada_id is 'Who goes on with it, as in the hand-over';
comment on column serah_terima_butir.keadaan is 'What was open about it then, in two languages';

do $$
declare tabel text;
begin
  foreach tabel in array array['usulan_administrator', 'penugasan_riwayat', 'impor_pengguna', 'serah_terima', 'serah_terima_butir'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format($p$create policy tempat_tugas on %I to siks_app
      using (wilayah >= nullif(current_setting('app.lo', true), '')::bigint and wilayah < nullif(current_setting('app.hi', true), '')::bigint)
      with check (wilayah >= nullif(current_setting('app.lo', true), '')::bigint and wilayah < nullif(current_setting('app.hi', true), '')::bigint
        and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')$p$, tabel);
    execute format('grant select, insert on %I to siks_app', tabel);
  end loop;
  foreach tabel in array array['serah_terima', 'serah_terima_butir'] loop
    execute format($p$create policy penerima on %I for select to siks_app
      using (kepada_id = nullif(current_setting('app.pengguna', true), '')::uuid)$p$, tabel);
  end loop;
end $$;
grant update (status, pemutus_id, diputus_pada, alasan, penugasan_id) on usulan_administrator to siks_app;

-- Functions that act with other rights; each is on the reviewed list of the tests.
create function akhiri_sesi(pengguna uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare jumlah integer;
begin
  delete from masuk."session" s using public.pengguna p where p.id = $1 and s."userId" = p.masuk_id;
  get diagnostics jumlah = row_count;
  return jumlah;
end $$;
comment on function akhiri_sesi(uuid) is 'Ends all sessions of an officer, in the transaction of the change that asks for it; answers how many';

create function nik_petugas_dipakai(sidik text[]) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select i.nik_sidik from public.pengguna_identitas i where i.nik_sidik = any ($1)
$$;
comment on function nik_petugas_dipakai(text[]) is 'Which of these fingerprints belong to an officer already: one bit each, no name';

create function identitas_terisi(pengguna uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.pengguna_identitas i where i.pengguna_id = $1)
$$;
comment on function identitas_terisi(uuid) is 'Whether an officer''s own numbers are known; not which';

create function tugas_di_luar(pengguna uuid, hari date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.penugasan t where t.pengguna_id = $1 and (t.sampai is null or t.sampai > $2)
    and not (t.wilayah >= nullif(current_setting('app.lo', true), '')::bigint and t.wilayah < nullif(current_setting('app.hi', true), '')::bigint))
$$;
comment on function tugas_di_luar(uuid, date) is 'Whether an officer also works outside one''s area: one bit, so that nobody ends or resets an account that is not theirs alone';

revoke all on function akhiri_sesi(uuid), nik_petugas_dipakai(text[]), identitas_terisi(uuid), tugas_di_luar(uuid, date) from public;
grant execute on function akhiri_sesi(uuid) to siks_app, siks_masuk;
grant execute on function nik_petugas_dipakai(text[]), identitas_terisi(uuid), tugas_di_luar(uuid, date) to siks_app;
