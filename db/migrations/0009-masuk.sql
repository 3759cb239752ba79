-- Signing in: factors, paired devices, known devices, attempts, one-time links, the pledge of integrity.

-- Accounts ----------------------------------------------------------------------------------------
alter table masuk."user"
  add column telepon text unique check (telepon ~ '^\+[1-9][0-9]{7,14}$'),
  add column sandi_pada timestamptz,
  add column oidc text unique;
comment on column masuk."user".telepon is 'Phone number, international form; signs in as well as the user name';
comment on column masuk."user".sandi_pada is 'When the password was chosen; null while there is none';
comment on column masuk."user".oidc is 'Name of the person at the office''s own sign-in (OIDC), as its claim says';

alter table masuk."session" add column ganti_sandi boolean not null default false;
comment on column masuk."session".ganti_sandi is 'The password that opened it must be changed before anything else';

create table masuk.sandi_lama (
  user_id text not null references masuk."user" ("id") on delete cascade,
  sandi text not null,
  diganti_pada timestamptz not null default now(),
  primary key (user_id, diganti_pada)
);
comment on table masuk.sandi_lama is 'Hashes of former passwords, where the profile forbids their use again';
comment on column masuk.sandi_lama.user_id is 'Account';
comment on column masuk.sandi_lama.sandi is 'Hash (scrypt)';
comment on column masuk.sandi_lama.diganti_pada is 'Until when it was in use';

-- Factors -----------------------------------------------------------------------------------------
create table masuk.totp (
  user_id text primary key references masuk."user" ("id") on delete cascade,
  rahasia text,
  rahasia_baru text,
  dipasang_pada timestamptz,
  langkah_terakhir bigint not null default 0
);
comment on table masuk.totp is 'Authenticator apps; the secret is sealed';
comment on column masuk.totp.user_id is 'Account';
comment on column masuk.totp.rahasia is 'Sealed secret in use';
comment on column masuk.totp.rahasia_baru is 'Sealed secret that was shown but not yet confirmed by a code';
comment on column masuk.totp.dipasang_pada is 'When it was confirmed; null before';
comment on column masuk.totp.langkah_terakhir is 'Time step of the last code accepted: none is accepted twice';

create table masuk.pemulihan (
  user_id text not null references masuk."user" ("id") on delete cascade,
  sidik text not null,
  dipakai_pada timestamptz,
  primary key (user_id, sidik)
);
comment on table masuk.pemulihan is 'Recovery codes, each used once';
comment on column masuk.pemulihan.user_id is 'Account';
comment on column masuk.pemulihan.sidik is 'SHA-256 of the code (80 random bits)';
comment on column masuk.pemulihan.dipakai_pada is 'When it was used';

create table masuk.passkey (
  id text primary key,
  user_id text not null references masuk."user" ("id") on delete cascade,
  kunci bytea not null,
  penghitung bigint not null,
  angkutan text[] not null,
  nama text not null,
  dibuat_pada timestamptz not null default now(),
  dipakai_pada timestamptz
);
create index passkey_user on masuk.passkey (user_id);
comment on table masuk.passkey is 'Passkeys (WebAuthn): public keys only';
comment on column masuk.passkey.id is 'Credential id, base64url';
comment on column masuk.passkey.user_id is 'Account';
comment on column masuk.passkey.kunci is 'Public key (COSE)';
comment on column masuk.passkey.penghitung is 'Signature counter of the authenticator';
comment on column masuk.passkey.angkutan is 'How the authenticator is reached (internal, usb, nfc, ble, hybrid)';
comment on column masuk.passkey.nama is 'Name given by the person';
comment on column masuk.passkey.dibuat_pada is 'When it was registered';
comment on column masuk.passkey.dipakai_pada is 'When it last signed in';

create table masuk.perangkat (
  id uuid primary key default uuidv7_siks(),
  user_id text not null references masuk."user" ("id") on delete cascade,
  nama text not null,
  kunci jsonb not null,
  pin text not null,
  dipasang_oleh uuid,
  dibuat_pada timestamptz not null default now(),
  dipakai_pada timestamptz,
  dicabut_pada timestamptz
);
create index perangkat_user on masuk.perangkat (user_id);
comment on table masuk.perangkat is 'Phones paired at the office: a key that never leaves the phone, and a PIN';
comment on column masuk.perangkat.id is 'Identity';
comment on column masuk.perangkat.user_id is 'Account';
comment on column masuk.perangkat.nama is 'Name given by the person';
comment on column masuk.perangkat.kunci is 'Public key (ECDSA P-256, JWK)';
comment on column masuk.perangkat.pin is 'Hash of the PIN (scrypt)';
comment on column masuk.perangkat.dipasang_oleh is 'Officer who showed the QR code';
comment on column masuk.perangkat.dibuat_pada is 'When it was paired';
comment on column masuk.perangkat.dipakai_pada is 'When it last signed in';
comment on column masuk.perangkat.dicabut_pada is 'From when it may sign in no more';

-- Steps and attempts ------------------------------------------------------------------------------
create table masuk.tantangan (
  sidik text primary key,
  jenis text not null,
  user_id text references masuk."user" ("id") on delete cascade,
  isi text not null,
  berakhir_pada timestamptz not null
);
create index tantangan_berakhir on masuk.tantangan (berakhir_pada);
comment on table masuk.tantangan is 'Challenges that a passkey, a device or the office''s own sign-in must answer once';
comment on column masuk.tantangan.sidik is 'SHA-256 of the ticket that the browser holds';
comment on column masuk.tantangan.jenis is 'daftar, masuk, perangkat, oidc';
comment on column masuk.tantangan.user_id is 'Account, where it is bound to one';
comment on column masuk.tantangan.isi is 'What the answer must match';
comment on column masuk.tantangan.berakhir_pada is 'Until when';

create table masuk.dikenal (
  sidik text primary key,
  user_id text not null references masuk."user" ("id") on delete cascade,
  jaringan text not null,
  terakhir_pada timestamptz not null default now()
);
create index dikenal_user on masuk.dikenal (user_id, jaringan);
comment on table masuk.dikenal is 'Browsers and networks from which an account has signed in: wrong attempts from elsewhere do not delay them';
comment on column masuk.dikenal.sidik is 'SHA-256 of the cookie that marks the browser';
comment on column masuk.dikenal.user_id is 'Account';
comment on column masuk.dikenal.jaringan is 'Network from which it last signed in';
comment on column masuk.dikenal.terakhir_pada is 'When it last signed in';

create table masuk.percobaan (
  kunci text primary key,
  jumlah integer not null,
  terakhir_pada timestamptz not null,
  tunggu_sampai timestamptz not null
);
create index percobaan_terakhir on masuk.percobaan (terakhir_pada);
comment on table masuk.percobaan is 'Wrong attempts counted per account and network, per network, and per account from strange networks';
comment on column masuk.percobaan.kunci is 'What is counted';
comment on column masuk.percobaan.jumlah is 'Attempts since the last good one';
comment on column masuk.percobaan.terakhir_pada is 'The last attempt';
comment on column masuk.percobaan.tunggu_sampai is 'No attempt is looked at before';

grant select, insert, update, delete on all tables in schema masuk to siks_masuk;

-- Signing in writes its own rows of the log.
grant insert on jejak to siks_masuk;

-- What the operations about one's own account may see and end: no token, hash, key or secret.
grant usage on schema masuk to siks_app;
grant select ("id", "userId", "createdAt", "expiresAt", "ipAddress", "userAgent", faktor, dikukuhkan_pada, penugasan_id),
  update (penugasan_id), delete on masuk."session" to siks_app;
grant select ("id", "username", telepon, sandi_pada) on masuk."user" to siks_app;
grant select (user_id, dipasang_pada), delete on masuk.totp to siks_app;
grant select (user_id, dipakai_pada) on masuk.pemulihan to siks_app;
grant select (id, user_id, nama, dibuat_pada, dipakai_pada), delete on masuk.passkey to siks_app;
grant select (id, user_id, nama, dibuat_pada, dipakai_pada, dicabut_pada), update (dicabut_pada) on masuk.perangkat to siks_app;

-- One-time links (local) --------------------------------------------------------------------------
create table undangan (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null,
  jenis text not null check (jenis in ('undangan', 'reset', 'perangkat')),
  sidik text not null unique,
  dibuat_oleh uuid,
  dibuat_pada timestamptz not null default now(),
  berakhir_pada timestamptz not null,
  dipakai_pada timestamptz,
  dibatalkan_pada timestamptz
);
create index undangan_pengguna on undangan (pengguna_id, jenis);
grant select, insert, update (dibatalkan_pada) on undangan to siks_app;
grant select, insert, update on undangan to siks_masuk;
comment on table undangan is 'One-time links to an account: invitation, reset, pairing of a phone (local table)';
comment on column undangan.id is 'Identity';
comment on column undangan.pengguna_id is 'The officer it is for';
comment on column undangan.jenis is 'undangan, reset, perangkat';
comment on column undangan.sidik is 'SHA-256 of the link''s secret';
comment on column undangan.dibuat_oleh is 'Officer who made it; null for the command line';
comment on column undangan.dibuat_pada is 'When it was made';
comment on column undangan.berakhir_pada is 'Until when it may be used';
comment on column undangan.dipakai_pada is 'When it was used';
comment on column undangan.dibatalkan_pada is 'When a later one replaced it';

-- Pledge of integrity (reference: one row per officer and text) -------------------------------------
create table pakta (
  pengguna_id uuid not null references pengguna (id),
  sidik text not null,
  versi text not null,
  diterima_pada timestamptz not null default clock_timestamp(),
  sesi text not null,
  primary key (pengguna_id, sidik)
);
grant select, insert on pakta to siks_app;
grant select on pakta to siks_masuk;
comment on table pakta is 'Who accepted which pledge of integrity, and when (reference table, append-only)';
comment on column pakta.pengguna_id is 'The officer';
comment on column pakta.sidik is 'SHA-256 of the policy file as shown';
comment on column pakta.versi is 'Version of the text';
comment on column pakta.diterima_pada is 'When';
comment on column pakta.sesi is 'Session in which it was accepted';

-- A new account, made in the transaction that makes the officer; it has no password until its link is used.
create function akun_buat(nama text, nama_pengguna text, telepon text) returns text
  language plpgsql security definer set search_path = pg_catalog, masuk as $$
declare id_baru text := replace(gen_random_uuid()::text, '-', '');
begin
  insert into masuk."user" ("id", "name", "email", "emailVerified", "username", "displayUsername", telepon)
    values (id_baru, akun_buat.nama, lower(nama_pengguna) || '@siks.invalid', true, lower(nama_pengguna), nama_pengguna, akun_buat.telepon)
    on conflict do nothing;
  if not found then return null; end if;
  insert into masuk."account" ("id", "accountId", "providerId", "userId")
    values (replace(gen_random_uuid()::text, '-', ''), id_baru, 'credential', id_baru);
  return id_baru;
end $$;
revoke execute on function akun_buat(text, text, text) from public;
grant execute on function akun_buat(text, text, text) to siks_app, siks_job;
comment on function akun_buat(text, text, text) is 'Makes an account without a password; null when user name or phone number is taken';
