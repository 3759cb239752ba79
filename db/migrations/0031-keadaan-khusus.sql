-- A disaster: the decree that opens a special state in an area, and the families entered in it, quickly and linked later.

create table keadaan_khusus (
  id uuid primary key default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  jenis text not null,
  nama text not null check (length(nama) between 3 and 120),
  surat_nomor text,
  surat_tanggal date,
  surat_tenggat date,
  dari date not null,
  sampai date not null,
  melepas_pengaman boolean not null,
  versi integer not null default 1,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null,
  check (lo < hi),
  check (sampai >= dari),
  check ((surat_nomor is null) = (surat_tanggal is null)),
  check (surat_nomor is not null or surat_tenggat is not null)
);
create index keadaan_khusus_berlaku on keadaan_khusus (sampai, lo, hi);
alter table keadaan_khusus enable row level security;
alter table keadaan_khusus force row level security;
create policy wilayah_baca on keadaan_khusus for select to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint);
create policy wilayah_tulis on keadaan_khusus for insert to siks_app, siks_job
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_ubah on keadaan_khusus for update to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
grant select, insert, update on keadaan_khusus to siks_app, siks_job;
comment on table keadaan_khusus is 'A special state in a disaster, opened by a decree for an area and a time (reference table; about an area, no person)';
comment on column keadaan_khusus.id is 'Special state';
comment on column keadaan_khusus.wilayah is 'Area that the decree names';
comment on column keadaan_khusus.lo is 'First region code of it';
comment on column keadaan_khusus.hi is 'First code after it';
comment on column keadaan_khusus.jenis is 'Kind of disaster';
comment on column keadaan_khusus.nama is 'As the offices call it';
comment on column keadaan_khusus.surat_nomor is 'Number of the decree; null while it follows';
comment on column keadaan_khusus.surat_tanggal is 'Day of the decree';
comment on column keadaan_khusus.surat_tenggat is 'Day by which the number must have come';
comment on column keadaan_khusus.dari is 'First day';
comment on column keadaan_khusus.sampai is 'Last day';
comment on column keadaan_khusus.melepas_pengaman is 'While it holds no change in the area is held for a pattern';
comment on column keadaan_khusus.versi is 'Version of the row';
comment on column keadaan_khusus.pengguna_id is 'Who opened it';
comment on column keadaan_khusus.dibuat_pada is 'When';

create table keadaan_khusus_keluarga (
  kab smallint not null,
  id uuid not null,
  keadaan_id uuid not null references keadaan_khusus (id),
  wilayah bigint not null,
  rt smallint not null,
  nama text not null,
  nama_cari text not null,
  jiwa smallint not null check (jiwa between 1 and 40),
  keluarga_id uuid,
  dicoret text,
  versi integer not null default 1,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index keadaan_khusus_keluarga_daftar on keadaan_khusus_keluarga (keadaan_id, wilayah, id);
call lindungi_wilayah('keadaan_khusus_keluarga');
comment on table keadaan_khusus_keluarga is 'A family that a disaster struck, by name, RT and number of people; linked to the registry later (distributed by kab)';
comment on column keadaan_khusus_keluarga.kab is 'Partition';
comment on column keadaan_khusus_keluarga.id is 'Row, named by the device that typed it';
comment on column keadaan_khusus_keluarga.keadaan_id is 'Special state';
comment on column keadaan_khusus_keluarga.wilayah is 'Village';
comment on column keadaan_khusus_keluarga.rt is 'Rukun tetangga';
comment on column keadaan_khusus_keluarga.nama is 'Head of the family as told';
comment on column keadaan_khusus_keluarga.nama_cari is 'The name folded, for search';
comment on column keadaan_khusus_keluarga.jiwa is 'Number of people';
comment on column keadaan_khusus_keluarga.keluarga_id is 'The registered family, once linked';
comment on column keadaan_khusus_keluarga.dicoret is 'Why the row was struck out; null holds';
comment on column keadaan_khusus_keluarga.versi is 'Version of the row';
comment on column keadaan_khusus_keluarga.pengguna_id is 'Who entered it';
comment on column keadaan_khusus_keluarga.dibuat_pada is 'When';
