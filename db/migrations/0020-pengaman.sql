-- Safeguards against cheating: when a proposal was submitted, what held it back, who released it and why.

alter table usulan
  add column diajukan_hari date,
  add column kerabat_id uuid;
create index usulan_diajukan on usulan (wilayah, diajukan_hari) where diajukan_hari is not null;
create index usulan_tahanan on usulan (wilayah, tahanan) where tahanan is not null;
comment on column usulan.diajukan_hari is 'Day on which it was first submitted: the counters of safeguards count from it';
comment on column usulan.kerabat_id is 'Officer who acted on it and is kin of the family (own card or own house); flagged for who decides';

create table pengaman_catatan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  usulan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid,
  aturan text not null,
  aksi text not null check (aksi in ('tahan', 'lepas')),
  pola jsonb not null default '{}',
  alasan text,
  pengguna_id uuid,
  peran text not null,
  pada timestamptz not null default clock_timestamp(),
  primary key (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id),
  check (aksi = 'tahan' or (alasan is not null and pengguna_id is not null))
);
create index pengaman_catatan_usulan on pengaman_catatan (kab, usulan_id, id);
call lindungi_wilayah('pengaman_catatan', 'select, insert', 'select, insert');
comment on table pengaman_catatan is 'What a safeguard held back and who released it (distributed by kab, append-only)';
comment on column pengaman_catatan.kab is 'Partition';
comment on column pengaman_catatan.id is 'Identity';
comment on column pengaman_catatan.usulan_id is 'The proposal';
comment on column pengaman_catatan.wilayah is 'Village';
comment on column pengaman_catatan.rt is 'Rukun tetangga';
comment on column pengaman_catatan.keluarga_id is 'Registered family that it is about';
comment on column pengaman_catatan.aturan is 'Rule of policy/pengaman';
comment on column pengaman_catatan.aksi is 'tahan: held; lepas: released by a named person with a reason';
comment on column pengaman_catatan.pola is 'The pattern: how many, the limit, the window in days, sensitive period or not';
comment on column pengaman_catatan.alasan is 'Why it was released';
comment on column pengaman_catatan.pengguna_id is 'Who acted when it was held, or released it';
comment on column pengaman_catatan.peran is 'In which role';
comment on column pengaman_catatan.pada is 'Instant';
