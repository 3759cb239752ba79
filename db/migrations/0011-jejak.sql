-- The log: purpose and role worn, who may read it, subjects to be found by, and the chain that proves it whole.

-- Two more roles: the sequencer, and whoever verifies. Made and reached as those of 0001.
do $$
declare peran text;
begin
  foreach peran in array array['siks_urut', 'siks_periksa'] loop
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
exception when insufficient_privilege then
  raise exception 'The login of DATABASE_URL may not create the roles siks_urut and siks_periksa. Let a superuser create them and grant them to this login; docs/operasi.md shows the statements.';
end $$;
grant usage on schema public to siks_urut, siks_periksa;

-- Entries: one row per operation, written by its own transaction and never touched again.
drop index jejak_subjek;
alter table jejak
  add column transaksi xid8 not null default pg_current_xact_id(),
  add column penugasan_id uuid,
  add column jenis_penugasan text,
  add column tujuan text,
  add column tujuan_teks text,
  add column subjek_lo bigint,
  add column subjek_hi bigint;
create index jejak_transaksi on jejak (transaksi);
-- A search within a period reads only that period.
create index jejak_waktu on jejak (waktu);
comment on table jejak is 'Who did or saw what, in which role and for what purpose (local table, append-only)';
comment on column jejak.id is 'Identity; has gaps, the order without gaps is jejak_nomor.nomor';
comment on column jejak.transaksi is 'Transaction that wrote the entry, so that the sequencer misses none that commits late';
comment on column jejak.penugasan_id is 'Assignment worn';
comment on column jejak.jenis_penugasan is 'definitif, plt or plh';
comment on column jejak.tujuan is 'Purpose: a code of policy/parameter/tujuan.yaml';
comment on column jejak.tujuan_teks is 'Purpose in own words: the reason of opening a number, of an export';
comment on column jejak.subjek is 'Records touched or shown: [{jenis, id, wilayah}]';
comment on column jejak.jumlah is 'How many persons or families were shown or touched';
comment on column jejak.perubahan is 'Before and after of a write: {sebelum, sesudah}';
comment on column jejak.subjek_lo is 'First region code of the records touched; null without records';
comment on column jejak.subjek_hi is 'First region code after the records touched';

-- A reader sees an entry when the area of its actor, or the area of all its subjects, lies in their own.
-- Below the village nobody reads the log: an RT or a list of families is no area of supervision.
alter table jejak enable row level security;
alter table jejak force row level security;
create policy tulis on jejak for insert to siks_app, siks_job, siks_masuk with check (true);
create policy baca on jejak for select to siks_app using (
  coalesce(current_setting('app.rt', true), '') = ''
  and coalesce(current_setting('app.keluarga', true), '') = ''
  and ((wilayah >= nullif(current_setting('app.lo', true), '')::bigint
        and wilayah < nullif(current_setting('app.hi', true), '')::bigint)
    or (subjek_lo >= nullif(current_setting('app.lo', true), '')::bigint
        and subjek_hi <= nullif(current_setting('app.hi', true), '')::bigint)));
create policy seluruhnya on jejak for select to siks_urut, siks_periksa using (true);
grant select on jejak to siks_app, siks_urut, siks_periksa;

-- Subjects, one narrow row each, filled by the sequencer a few seconds later: a record's history is one index range.
create table jejak_subjek (
  jenis text not null,
  subjek_id uuid not null,
  jejak_id bigint not null,
  wilayah bigint not null,
  waktu timestamptz not null,
  pengguna_id uuid,
  peran text,
  jenis_penugasan text,
  wilayah_pelaku bigint not null,
  operasi text not null,
  tujuan text,
  primary key (jenis, subjek_id, jejak_id)
);
alter table jejak_subjek enable row level security;
alter table jejak_subjek force row level security;
create policy baca on jejak_subjek for select to siks_app using (
  coalesce(current_setting('app.rt', true), '') = ''
  and coalesce(current_setting('app.keluarga', true), '') = ''
  and ((wilayah >= nullif(current_setting('app.lo', true), '')::bigint
        and wilayah < nullif(current_setting('app.hi', true), '')::bigint)
    or (wilayah_pelaku >= nullif(current_setting('app.lo', true), '')::bigint
        and wilayah_pelaku < nullif(current_setting('app.hi', true), '')::bigint)));
create policy urut on jejak_subjek to siks_urut using (true) with check (true);
grant select on jejak_subjek to siks_app;
grant select, insert on jejak_subjek to siks_urut;
comment on table jejak_subjek is 'Which entry of the log concerns which record: derived from jejak, for search (local table, append-only)';
comment on column jejak_subjek.jenis is 'Kind of record: keluarga, individu, impor, kuota …';
comment on column jejak_subjek.subjek_id is 'The record';
comment on column jejak_subjek.jejak_id is 'The entry';
comment on column jejak_subjek.wilayah is 'Region of the record then; that of the actor where the operation did not say';
comment on column jejak_subjek.waktu is 'When';
comment on column jejak_subjek.pengguna_id is 'Who; null for the system';
comment on column jejak_subjek.peran is 'Role worn';
comment on column jejak_subjek.jenis_penugasan is 'definitif, plt or plh';
comment on column jejak_subjek.wilayah_pelaku is 'Area of the actor''s role';
comment on column jejak_subjek.operasi is 'Operation id';
comment on column jejak_subjek.tujuan is 'Purpose';

-- Numbers without gaps, given by the one sequencer to what has been committed.
create table jejak_nomor (
  nomor bigint primary key,
  jejak_id bigint not null unique,
  sidik bytea not null
);
grant select, insert on jejak_nomor to siks_urut;
grant select on jejak_nomor to siks_periksa;
comment on table jejak_nomor is 'Number without gaps of each entry of the log, and its fingerprint (local table, append-only)';
comment on column jejak_nomor.nomor is 'Number, from 1';
comment on column jejak_nomor.jejak_id is 'The entry';
comment on column jejak_nomor.sidik is 'Leaf hash of the entry (RFC 6962), SHA-256';

create table jejak_segel (
  nomor bigint primary key,
  dari bigint not null,
  jumlah integer not null check (jumlah > 0),
  akar bytea not null,
  sebelum bytea not null,
  waktu timestamptz not null,
  lingkungan text not null,
  batas xid8 not null,
  kunci text not null,
  rantai bytea not null,
  tandatangan bytea not null,
  luar_pada timestamptz
);
create index jejak_segel_belum on jejak_segel (nomor) where luar_pada is null;
grant select, insert, update (luar_pada) on jejak_segel to siks_urut;
grant select on jejak_segel to siks_periksa;
comment on table jejak_segel is 'Seals: each closes a batch of entries, is chained to the one before, and is signed (local table, append-only)';
comment on column jejak_segel.nomor is 'Number of the seal, from 1, without gaps';
comment on column jejak_segel.dari is 'Number of its first entry';
comment on column jejak_segel.jumlah is 'How many entries it closes';
comment on column jejak_segel.akar is 'Merkle root over their fingerprints (RFC 6962)';
comment on column jejak_segel.sebelum is 'Chain value of the seal before; 32 zero bytes for the first';
comment on column jejak_segel.waktu is 'When it was sealed, by the clock of the database';
comment on column jejak_segel.lingkungan is 'Database server and database in which transaction numbers were counted';
comment on column jejak_segel.batas is 'No transaction of this number or higher had begun when the batch was read';
comment on column jejak_segel.kunci is 'Fingerprint of the public key';
comment on column jejak_segel.rantai is 'Chain value: SHA-256 over all columns before it';
comment on column jejak_segel.tandatangan is 'Ed25519 signature over the same';
comment on column jejak_segel.luar_pada is 'When it had been written outside the database; null is not yet';

create table jejak_posisi (
  satu boolean primary key default true check (satu),
  lingkungan text not null,
  dasar xid8 not null,
  segel bigint not null,
  nomor bigint not null,
  diperbarui_pada timestamptz not null
);
grant select, insert, update on jejak_posisi to siks_urut;
grant select on jejak_posisi to siks_periksa;
comment on table jejak_posisi is 'How far the sequencer has come; one row (local table)';
comment on column jejak_posisi.satu is 'Always true: there is one row';
comment on column jejak_posisi.lingkungan is 'Database server and database in which dasar was counted';
comment on column jejak_posisi.dasar is 'Every entry of a transaction below this number has its number';
comment on column jejak_posisi.segel is 'Last seal';
comment on column jejak_posisi.nomor is 'Last number given';
comment on column jejak_posisi.diperbarui_pada is 'When it last went on';
