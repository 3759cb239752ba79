-- The monthly summary, upwards: RT that say "nihil", villages that sign, districts and the kab/kota that take note.

create table rekap_nihil (
  kab smallint not null,
  wilayah bigint not null references wilayah (kode),
  rt smallint not null,
  periode text not null check (periode ~ '^\d{4}-\d{2}$'),
  sarana text not null check (sarana in ('sendiri', 'kertas')),
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  pada timestamptz not null,
  primary key (kab, wilayah, periode, rt)
);
call lindungi_wilayah('rekap_nihil', 'select, insert', 'select, insert');
comment on table rekap_nihil is 'The word of an RT that it has nothing to propose in a month (distributed by kab, append-only)';
comment on column rekap_nihil.kab is 'Partition';
comment on column rekap_nihil.wilayah is 'Village';
comment on column rekap_nihil.rt is 'Rukun tetangga';
comment on column rekap_nihil.periode is 'Month, YYYY-MM';
comment on column rekap_nihil.sarana is 'sendiri: the head of the RT said so here; kertas: on a signed paper that the office holds';
comment on column rekap_nihil.pengguna_id is 'Who entered it';
comment on column rekap_nihil.peran is 'Role worn then';
comment on column rekap_nihil.pada is 'When';

create table rekap_bulanan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  periode text not null check (periode ~ '^\d{4}-\d{2}$'),
  isi jsonb not null,
  nihil boolean not null,
  dokumen_id uuid not null,
  ditandatangani_oleh uuid not null references pengguna (id),
  ditandatangani_pada timestamptz not null,
  diketahui_oleh uuid references pengguna (id),
  diketahui_pada timestamptz,
  diterima_oleh uuid references pengguna (id),
  diterima_pada timestamptz,
  primary key (kab, id),
  unique (kab, wilayah, periode),
  foreign key (kab, dokumen_id) references dokumen (kab, id),
  check ((diketahui_oleh is null) = (diketahui_pada is null)),
  check ((diterima_oleh is null) = (diterima_pada is null))
);
create index rekap_bulanan_periode on rekap_bulanan (periode, wilayah);
call lindungi_wilayah('rekap_bulanan');
comment on table rekap_bulanan is 'The summary of a village and month as its head signed it (distributed by kab)';
comment on column rekap_bulanan.kab is 'Partition';
comment on column rekap_bulanan.id is 'Identity';
comment on column rekap_bulanan.wilayah is 'Village';
comment on column rekap_bulanan.periode is 'Month, YYYY-MM';
comment on column rekap_bulanan.isi is 'Rows as signed: per RT the proposals by kind, and whether it said nihil or nothing';
comment on column rekap_bulanan.nihil is 'Nothing was proposed in the whole village';
comment on column rekap_bulanan.dokumen_id is 'The paper';
comment on column rekap_bulanan.ditandatangani_oleh is 'Village head who signed';
comment on column rekap_bulanan.ditandatangani_pada is 'When it was signed';
comment on column rekap_bulanan.diketahui_oleh is 'Who took note at the district';
comment on column rekap_bulanan.diketahui_pada is 'When the district took note';
comment on column rekap_bulanan.diterima_oleh is 'Who received it at the kab/kota';
comment on column rekap_bulanan.diterima_pada is 'When it was received';

-- The receipt of a proposal, once it was issued with a number and a QR.
alter table usulan add column tanda_terima_id uuid;
comment on column usulan.tanda_terima_id is 'The receipt in the register of papers; null until one was issued';
