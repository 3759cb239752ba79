-- Command ids by month: kept 90 days, then a whole month is dropped; the application has no DELETE.

alter table perintah rename to perintah_lama;
alter table perintah_lama rename constraint perintah_pkey to perintah_lama_pkey;

create table perintah (
  bulan date not null,
  pengguna_id uuid not null,
  id uuid not null,
  operasi text not null,
  sidik text not null,
  jawaban json,
  berkas bytea,
  dibuat_pada timestamptz not null default clock_timestamp(),
  primary key (pengguna_id, id, bulan)
) partition by range (bulan);
grant select, insert, update on perintah to siks_app;
comment on table perintah is 'Commands already carried out, so that a repeated one gets the first answer (local table, by month)';
comment on column perintah.bulan is 'Month of the command: of the time in its id, or of its arrival where the id tells none';
comment on column perintah.pengguna_id is 'Who sent it';
comment on column perintah.id is 'Command id chosen by the sender';
comment on column perintah.operasi is 'Operation id';
comment on column perintah.sidik is 'SHA-256 of the input';
comment on column perintah.jawaban is 'The first answer, letter by letter; of a file its name and type';
comment on column perintah.berkas is 'The bytes of an answer that is a file';
comment on column perintah.dibuat_pada is 'When';

-- Both are run by the owner of the tables, daily and at the start of a server. A new month is made
-- beside the table and attached: writers go on.
create function siapkan_bulan_perintah(kini timestamptz) returns void language plpgsql as $$
declare
  awal date := date_trunc('month', (kini - interval '90 days') at time zone 'UTC');
  akhir date := date_trunc('month', kini at time zone 'UTC') + interval '2 months';
  bulan date;
  nama text;
begin
  perform pg_advisory_xact_lock(hashtextextended('bulan_perintah', 0));
  for bulan in select generate_series(awal, akhir, interval '1 month')::date loop
    nama := 'perintah_' || to_char(bulan, 'YYYY_MM');
    continue when to_regclass('public.' || nama) is not null;
    execute format('create table public.%I (like public.perintah including defaults including constraints) with (fillfactor = 85)', nama);
    execute format('alter table public.perintah attach partition public.%I for values from (%L) to (%L)',
      nama, bulan, (bulan + interval '1 month')::date);
  end loop;
end $$;
comment on function siapkan_bulan_perintah(timestamptz) is 'Makes the months in which commands are kept, two of them ahead';
revoke all on function siapkan_bulan_perintah(timestamptz) from public;

-- A month leaves 90 days after its last day: by then every id that tells a time of it is refused.
create function buang_bulan_perintah(kini timestamptz) returns text[] language plpgsql as $$
declare
  awal date := date_trunc('month', (kini - interval '90 days') at time zone 'UTC');
  nama text;
  dibuang text[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtextextended('bulan_perintah', 0));
  for nama in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.perintah'::regclass and c.relname < 'perintah_' || to_char(awal, 'YYYY_MM')
  loop
    execute format('drop table public.%I', nama);
    dibuang := dibuang || nama;
  end loop;
  return dibuang;
end $$;
comment on function buang_bulan_perintah(timestamptz) is 'Drops the months of commands that are no longer kept';
revoke all on function buang_bulan_perintah(timestamptz) from public;

select siapkan_bulan_perintah(now());

insert into perintah (bulan, pengguna_id, id, operasi, sidik, jawaban, dibuat_pada)
  select date_trunc('month', dibuat_pada at time zone 'UTC'), pengguna_id, id, operasi, sidik, jawaban::json, dibuat_pada
  from perintah_lama where dibuat_pada >= now() - interval '90 days';
drop table perintah_lama;

-- The role in which a decision was written: who meets a conflict sees it, also where the name is not theirs to know.
alter table kelayakan add column peran text;
alter table kuota add column peran text;
alter table kuota_pembagian add column peran text;
alter table kuota_putusan add column peran text;
alter table daftar add column peran text;
alter table impor_pertanyaan add column dijawab_peran text;
alter table rekaman_sumber add column diganti_oleh uuid, add column diganti_peran text, add column diganti_pada timestamptz;
comment on column kelayakan.peran is 'Role worn when it was found';
comment on column kuota.peran is 'Role worn when it was set';
comment on column kuota_pembagian.peran is 'Role worn when it was split';
comment on column kuota_putusan.peran is 'Role worn when it was decided';
comment on column daftar.peran is 'Role worn when it was frozen';
comment on column impor_pertanyaan.dijawab_peran is 'Role worn when it was answered';
comment on column rekaman_sumber.diganti_oleh is 'Who mended the row, so that a later one took its place';
comment on column rekaman_sumber.diganti_peran is 'Role worn when it was mended';
comment on column rekaman_sumber.diganti_pada is 'When it was mended';
