-- Ground: roles, helper functions, regions, policy texts, people, jobs, log, command ids.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists btree_gist;
create extension if not exists fuzzystrmatch;

-- Roles are cluster-wide: made once, reached by `SET ROLE` from the login of DATABASE_URL.
do $$
declare peran text;
begin
  foreach peran in array array['siks_app', 'siks_job', 'siks_masuk', 'siks_cari'] loop
    if not exists (select from pg_roles where rolname = peran) then
      begin
        execute format('create role %I nologin', peran);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, peran, 'member') then
      execute format('grant %I to current_user', peran);
    end if;
  end loop;
  if not (select rolbypassrls from pg_roles where rolname = 'siks_cari') then
    alter role siks_cari bypassrls;
  end if;
exception when insufficient_privilege then
  raise exception 'The login of DATABASE_URL may not create the roles siks_app, siks_job, siks_masuk and siks_cari (BYPASSRLS). Let a superuser create them and grant them to this login; docs/operasi.md shows the statements.';
end $$;

create schema if not exists staging;
comment on schema staging is 'Unlogged tables of running imports; only the job role may touch them';
create schema if not exists masuk;
comment on schema masuk is 'Sign-in: accounts and sessions, written by better-auth';

grant usage on schema public to siks_app, siks_job, siks_masuk, siks_cari;
grant usage, create on schema staging to siks_job;
grant usage on schema masuk to siks_masuk;
grant create on schema public to siks_cari;

-- PostgreSQL 18 has uuidv7(); this one also runs on 15.
create function uuidv7_siks() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
comment on function uuidv7_siks() is 'A time-ordered UUID (version 7)';

-- One shape of area policy for every table with personal data: no sub-select, so that it distributes.
create procedure lindungi_wilayah(tabel regclass, hak_app text default 'select, insert, update', hak_job text default 'select, insert, update')
language plpgsql as $$
declare
  syarat text := $s$wilayah >= nullif(current_setting('app.lo', true), '')::bigint
    and wilayah < nullif(current_setting('app.hi', true), '')::bigint
    and (coalesce(current_setting('app.rt', true), '') = ''
         or rt = any (string_to_array(current_setting('app.rt', true), ',')::smallint[]))$s$;
begin
  if not exists (select from pg_attribute where attrelid = tabel and attname = 'rt') then
    syarat := $s$wilayah >= nullif(current_setting('app.lo', true), '')::bigint
    and wilayah < nullif(current_setting('app.hi', true), '')::bigint$s$;
  end if;
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format('create policy wilayah on %s to siks_app, siks_job using (%s) with check (%s)', tabel, syarat, syarat);
  if hak_app <> '' then execute format('grant %s on %s to siks_app', hak_app, tabel); end if;
  if hak_job <> '' then execute format('grant %s on %s to siks_job', hak_job, tabel); end if;
  execute format('grant select on %s to siks_cari', tabel);
end $$;
comment on procedure lindungi_wilayah(regclass, text, text) is 'Enables and forces row-level security by region range and grants rights, never DELETE';

-- Regions (reference) -------------------------------------------------------------------------
create table wilayah (
  kode bigint primary key,
  tingkat text not null check (tingkat in ('nasional', 'provinsi', 'kabkota', 'kecamatan', 'desa')),
  induk bigint references wilayah (kode),
  nama text not null,
  nama_cari text not null,
  jenis text not null,
  kode_bps text,
  berlaku_dari date,
  berlaku_sampai date
);
create index wilayah_induk on wilayah (induk, kode);
create index wilayah_nama on wilayah using gin (nama_cari gin_trgm_ops);
grant select on wilayah to siks_app, siks_job, siks_cari;
comment on table wilayah is 'Regions of Indonesia by Kemendagri code (reference table)';
comment on column wilayah.kode is 'Ten digits without dots; a higher region is padded with zeros; 0 is the nation';
comment on column wilayah.tingkat is 'Level: nasional, provinsi, kabkota, kecamatan, desa';
comment on column wilayah.induk is 'Region above';
comment on column wilayah.nama is 'Name as printed';
comment on column wilayah.nama_cari is 'Name folded for search and matching';
comment on column wilayah.jenis is 'Kind as people say it: provinsi, kabupaten, kota, kecamatan, kelurahan, desa, desa adat';
comment on column wilayah.kode_bps is 'Code of BPS (2+2+3+3) where known';
comment on column wilayah.berlaku_dari is 'First day of this code; null is from the beginning';
comment on column wilayah.berlaku_sampai is 'First day on which this code no longer holds; null is until further notice';

create table wilayah_lama (
  sistem text not null check (sistem in ('kemendagri', 'bps', 'nama')),
  kode_lama text not null,
  kode bigint not null references wilayah (kode),
  berlaku_dari date,
  berlaku_sampai date,
  sumber text not null,
  primary key (sistem, kode_lama, kode)
);
grant select on wilayah_lama to siks_app, siks_job;
comment on table wilayah_lama is 'Former codes and names, and codes of BPS, with the region they mean today (reference table)';
comment on column wilayah_lama.sistem is 'Whose code: kemendagri, bps, or nama (an old or other name)';
comment on column wilayah_lama.kode_lama is 'The former code or name';
comment on column wilayah_lama.kode is 'The region today';
comment on column wilayah_lama.berlaku_dari is 'First day on which the former code held';
comment on column wilayah_lama.berlaku_sampai is 'First day on which it no longer held';
comment on column wilayah_lama.sumber is 'Where the equation comes from';

-- Policy texts (reference) ----------------------------------------------------------------------
create table kebijakan (
  hash text primary key,
  jenis text not null,
  kode text not null,
  isi text not null,
  versi_mesin text not null,
  berlaku_dari date,
  berlaku_sampai date,
  dimuat_pada timestamptz not null default now()
);
grant select, insert on kebijakan to siks_app, siks_job;
comment on table kebijakan is 'Every policy text that ever decided something, by its hash (reference table, append-only)';
comment on column kebijakan.hash is 'SHA-256 of the text, hex';
comment on column kebijakan.jenis is 'Folder of the policy: peringkat, impor, variabel …';
comment on column kebijakan.kode is 'Name of the policy file without its ending';
comment on column kebijakan.isi is 'The whole text';
comment on column kebijakan.versi_mesin is 'Version of the interpreter that read it';
comment on column kebijakan.berlaku_dari is 'First day of validity';
comment on column kebijakan.berlaku_sampai is 'First day after validity';
comment on column kebijakan.dimuat_pada is 'When it was first used';

-- People who work with the system (reference) ---------------------------------------------------
create table masuk."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "username" text unique,
  "displayUsername" text
);
create table masuk."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references masuk."user" ("id") on delete cascade
);
create index session_user_id on masuk."session" ("userId");
create table masuk."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references masuk."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_user_id on masuk."account" ("userId");
create table masuk."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on masuk."verification" ("identifier");
grant select, insert, update, delete on all tables in schema masuk to siks_masuk;
comment on table masuk."user" is 'Accounts, written by better-auth; the person is in pengguna';
comment on table masuk."session" is 'Signed-in sessions; the token is stored hashed';
comment on table masuk."account" is 'Credentials of an account (password hash)';
comment on table masuk."verification" is 'Short-lived secrets of sign-in flows';

create table pengguna (
  id uuid primary key default uuidv7_siks(),
  masuk_id text unique,
  nama text not null,
  demo boolean not null default false,
  nonaktif_pada timestamptz,
  dibuat_pada timestamptz not null default now()
);
grant select on pengguna to siks_app, siks_job, siks_masuk;
comment on table pengguna is 'Officers: one account, one person (reference table)';
comment on column pengguna.id is 'Identity';
comment on column pengguna.masuk_id is 'Account in masuk.user';
comment on column pengguna.nama is 'Name as shown';
comment on column pengguna.demo is 'Made with the demo data; cannot exist beside real data';
comment on column pengguna.nonaktif_pada is 'From when the account is ended';
comment on column pengguna.dibuat_pada is 'When it was made';

create table penugasan (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  wilayah bigint not null references wilayah (kode),
  rt smallint[],
  dari date not null,
  sampai date,
  surat_nomor text,
  surat_tanggal date
);
create index penugasan_pengguna on penugasan (pengguna_id);
grant select on penugasan to siks_app, siks_job, siks_masuk;
comment on table penugasan is 'Role of an officer in an area, from–to (reference table)';
comment on column penugasan.id is 'Identity';
comment on column penugasan.pengguna_id is 'The officer';
comment on column penugasan.peran is 'Role, as in the contract';
comment on column penugasan.wilayah is 'Area: this region and all below';
comment on column penugasan.rt is 'Below the village: only these RT; null is all';
comment on column penugasan.dari is 'First day';
comment on column penugasan.sampai is 'First day after; null is open';
comment on column penugasan.surat_nomor is 'Letter of assignment: number';
comment on column penugasan.surat_tanggal is 'Letter of assignment: date';

-- Long work (local) -----------------------------------------------------------------------------
create table pekerjaan (
  id uuid primary key default uuidv7_siks(),
  jenis text not null,
  judul text not null,
  status text not null default 'antre' check (status in ('antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan')),
  muatan jsonb not null default '{}',
  tahap text,
  maju bigint not null default 0,
  jumlah bigint,
  hasil jsonb,
  masalah jsonb,
  pengguna_id uuid references pengguna (id),
  lo bigint not null,
  hi bigint not null,
  dibuat_pada timestamptz not null default now(),
  mulai_pada timestamptz,
  selesai_pada timestamptz
);
create index pekerjaan_terbaru on pekerjaan (dibuat_pada desc);
alter table pekerjaan enable row level security;
alter table pekerjaan force row level security;
create policy wilayah on pekerjaan to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint)
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint);
grant select, insert, update on pekerjaan to siks_app, siks_job;
comment on table pekerjaan is 'Long work with its progress and result (local table)';
comment on column pekerjaan.id is 'Identity';
comment on column pekerjaan.jenis is 'Kind: the operation that started it';
comment on column pekerjaan.judul is 'What it is, in words, without personal data';
comment on column pekerjaan.status is 'antre, berjalan, selesai, gagal, dibatalkan';
comment on column pekerjaan.muatan is 'What the job was given';
comment on column pekerjaan.tahap is 'Stage now';
comment on column pekerjaan.maju is 'Units done in this stage';
comment on column pekerjaan.jumlah is 'Units in this stage; null when unknown';
comment on column pekerjaan.hasil is 'Result';
comment on column pekerjaan.masalah is 'Why it failed, as a problem';
comment on column pekerjaan.pengguna_id is 'Who started it; null for the system';
comment on column pekerjaan.lo is 'Area it works in: first code';
comment on column pekerjaan.hi is 'Area it works in: first code after';
comment on column pekerjaan.dibuat_pada is 'Queued at';
comment on column pekerjaan.mulai_pada is 'Started at';
comment on column pekerjaan.selesai_pada is 'Ended at';

-- The app's role may not add jobs itself: this reviewed function is the one way in.
create function antrekan(pekerjaan_id uuid, jenis text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(jenis, json_build_object('pekerjaanId', pekerjaan_id), max_attempts := 25, job_key := pekerjaan_id::text);
end $$;
comment on function antrekan(uuid, text) is 'Enqueues a job in the transaction of the write that asked for it';
revoke all on function antrekan(uuid, text) from public;
grant execute on function antrekan(uuid, text) to siks_app, siks_job;

-- The log (local, append-only) ------------------------------------------------------------------
create table jejak (
  id bigint generated always as identity primary key,
  waktu timestamptz not null default clock_timestamp(),
  pengguna_id uuid,
  peran text,
  wilayah bigint,
  sesi text,
  operasi text not null,
  perintah_id uuid,
  subjek jsonb not null default '[]',
  jumlah integer not null default 0,
  perubahan jsonb
);
create index jejak_pengguna on jejak (pengguna_id, id);
create index jejak_subjek on jejak using gin (subjek jsonb_path_ops);
grant insert on jejak to siks_app, siks_job;
comment on table jejak is 'Who did or saw what (local table, append-only)';
comment on column jejak.id is 'Order';
comment on column jejak.waktu is 'When';
comment on column jejak.pengguna_id is 'Who; null for the system';
comment on column jejak.peran is 'Role worn';
comment on column jejak.wilayah is 'Area of that role';
comment on column jejak.sesi is 'Session';
comment on column jejak.operasi is 'Operation id';
comment on column jejak.perintah_id is 'Command id of a write';
comment on column jejak.subjek is 'Records touched or shown, as ids';
comment on column jejak.jumlah is 'How many persons or families were shown';
comment on column jejak.perubahan is 'Before and after of a write';

-- Command ids (local) ---------------------------------------------------------------------------
create table perintah (
  pengguna_id uuid not null,
  id uuid not null,
  operasi text not null,
  sidik text not null,
  jawaban jsonb,
  dibuat_pada timestamptz not null default now(),
  primary key (pengguna_id, id)
);
grant select, insert, update on perintah to siks_app;
comment on table perintah is 'Commands already carried out, so that a repeated one gets the first answer (local table)';
comment on column perintah.pengguna_id is 'Who sent it';
comment on column perintah.id is 'Command id chosen by the sender';
comment on column perintah.operasi is 'Operation id';
comment on column perintah.sidik is 'SHA-256 of the input';
comment on column perintah.jawaban is 'The first answer';
comment on column perintah.dibuat_pada is 'When';

-- Settings of this installation (local): demo mark, version of the region list, clock of the demo.
create table pengaturan (
  kunci text primary key,
  nilai jsonb not null
);
grant select on pengaturan to siks_app, siks_job;
comment on table pengaturan is 'Settings of this installation (local table)';
comment on column pengaturan.kunci is 'Name';
comment on column pengaturan.nilai is 'Value';
