-- The calendar's exceptions: a region's own instant for a step, and elections around which changes are watched.

-- Both are about an area and no person: readers of any part of it see them, also those who see only some RT
-- or families of a village, for the deadline is theirs too. Written where one holds all of the area.
create procedure lindungi_kalender(tabel regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format($p$create policy wilayah_baca on %s for select to siks_app, siks_job
    using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint)$p$, tabel);
  execute format($p$create policy wilayah_tulis on %s for insert to siks_app, siks_job
    with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
      and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')$p$, tabel);
  execute format('grant select, insert on %s to siks_app, siks_job', tabel);
end $$;
comment on procedure lindungi_kalender(regclass) is 'Row-level security for dates of a whole area: read where areas overlap, below the village too; insert where one holds all of it, never change';

create table kalender_geser (
  id uuid primary key default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  program text not null,
  periode text not null check (periode ~ '^\d{4}-\d{2}$'),
  langkah text not null check (langkah in ('finalisasi', 'verifikasi', 'pengesahan', 'provinsi', 'penarikan')),
  tenggat timestamptz not null,
  asal timestamptz not null,
  alasan text,
  versi integer not null check (versi >= 1),
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  dibuat_pada timestamptz not null default clock_timestamp(),
  unique (wilayah, program, periode, langkah, versi),
  check (lo < hi),
  check (tenggat <= asal or alasan is not null)
);
call lindungi_kalender('kalender_geser');
create index kalender_geser_wilayah on kalender_geser (periode, lo, hi);
comment on table kalender_geser is 'A region''s own deadline for one step of one period (reference table, append-only; the highest version holds, of the smallest area)';
comment on column kalender_geser.id is 'Identity';
comment on column kalender_geser.wilayah is 'Area, of any level';
comment on column kalender_geser.lo is 'First region code of the area';
comment on column kalender_geser.hi is 'First region code after the area';
comment on column kalender_geser.program is 'Calendar: umum, or a programme that has its own';
comment on column kalender_geser.periode is 'First month of the period, YYYY-MM';
comment on column kalender_geser.langkah is 'Step whose deadline it is';
comment on column kalender_geser.tenggat is 'The first instant that is too late';
comment on column kalender_geser.asal is 'What policy said when it was shifted';
comment on column kalender_geser.alasan is 'Why; asked when it is later than policy';
comment on column kalender_geser.versi is 'Number among the shifts of the same area, calendar, period and step';
comment on column kalender_geser.pengguna_id is 'Who shifted it';
comment on column kalender_geser.peran is 'Role worn then';
comment on column kalender_geser.dibuat_pada is 'When';

create table masa_rawan (
  id uuid primary key default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  jenis text not null,
  hari date not null,
  sumber text not null,
  batal boolean not null default false,
  menggantikan uuid references masa_rawan (id),
  alasan text,
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  dibuat_pada timestamptz not null default clock_timestamp(),
  unique (menggantikan),
  check (lo < hi),
  check ((menggantikan is null) = (alasan is null)),
  check (not batal or menggantikan is not null)
);
call lindungi_kalender('masa_rawan');
create index masa_rawan_hari on masa_rawan (hari, lo, hi);
comment on table masa_rawan is 'An election around which changes are watched more closely (reference table, append-only; one that another replaces holds no more)';
comment on column masa_rawan.id is 'Identity';
comment on column masa_rawan.wilayah is 'Area that elects';
comment on column masa_rawan.lo is 'First region code of the area';
comment on column masa_rawan.hi is 'First region code after the area';
comment on column masa_rawan.jenis is 'Kind: a code of policy/kalender/rawan.yaml, which says how many days around it';
comment on column masa_rawan.hari is 'Election day';
comment on column masa_rawan.sumber is 'Where the day is known from';
comment on column masa_rawan.batal is 'Called off: no sensitive period';
comment on column masa_rawan.menggantikan is 'The entry that this one corrects or calls off';
comment on column masa_rawan.alasan is 'Why it is corrected or called off';
comment on column masa_rawan.pengguna_id is 'Who recorded it';
comment on column masa_rawan.peran is 'Role worn then';
comment on column masa_rawan.dibuat_pada is 'When';
