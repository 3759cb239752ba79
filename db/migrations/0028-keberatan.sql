-- A list by decree, the notice before a loss, the objection to it; and doubles among open proposals.

create table daftar_penetapan (
  id uuid primary key default uuidv7_siks(),
  daftar_id uuid not null unique references daftar (id),
  lo bigint not null,
  hi bigint not null,
  sk_nomor text not null check (length(sk_nomor) between 1 and 80),
  sk_tanggal date not null,
  sk_penerbit text not null check (length(sk_penerbit) between 3 and 120),
  pengguna_id uuid not null references pengguna (id),
  peran text not null,
  dibuat_pada timestamptz not null
);
call lindungi_kepala('daftar_penetapan');
comment on table daftar_penetapan is 'The decree (SK) by which a frozen list was established and made public (reference table, append-only)';
comment on column daftar_penetapan.id is 'Identity';
comment on column daftar_penetapan.daftar_id is 'The list';
comment on column daftar_penetapan.lo is 'First region code of the area of the list';
comment on column daftar_penetapan.hi is 'First region code after it';
comment on column daftar_penetapan.sk_nomor is 'Number of the decree';
comment on column daftar_penetapan.sk_tanggal is 'Date of the decree';
comment on column daftar_penetapan.sk_penerbit is 'Who issued it';
comment on column daftar_penetapan.pengguna_id is 'Who entered it and published the list';
comment on column daftar_penetapan.peran is 'Role worn then';
comment on column daftar_penetapan.dibuat_pada is 'When it was published';

create table pemberitahuan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid not null,
  kantor bigint not null references wilayah (kode),
  sebab text not null check (sebab in ('daftar', 'tidak_layak')),
  daftar_id uuid references daftar (id),
  usulan_id uuid,
  program text,
  nama_kepala text not null,
  alamat text,
  alasan text not null,
  dasar text not null,
  tanggal date not null,
  keberatan_sampai date not null,
  penanda smallint not null default 0,
  status text not null default 'berjalan' check (status in ('berjalan', 'berlaku', 'batal')),
  status_pada timestamptz not null,
  status_sebab text check (status_sebab in ('keberatan_dikabulkan', 'daftar_diganti', 'usulan_berhenti')),
  nomor text,
  dokumen_id uuid,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null,
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id),
  foreign key (kab, usulan_id) references usulan (kab, id),
  foreign key (kab, dokumen_id) references dokumen (kab, id),
  check (keberatan_sampai > tanggal),
  check ((nomor is null) = (dokumen_id is null)),
  check ((sebab = 'daftar') = (daftar_id is not null and program is not null)),
  check ((sebab = 'tidak_layak') = (usulan_id is not null)),
  check ((status = 'batal') = (status_sebab is not null))
);
create unique index pemberitahuan_daftar on pemberitahuan (kab, daftar_id, keluarga_id) where daftar_id is not null;
create unique index pemberitahuan_usulan on pemberitahuan (kab, usulan_id) where usulan_id is not null and status <> 'batal';
create index pemberitahuan_keluarga on pemberitahuan (kab, keluarga_id, id);
create index pemberitahuan_berjalan on pemberitahuan (wilayah, id) where status = 'berjalan';
create index pemberitahuan_wilayah on pemberitahuan (wilayah, id);
call lindungi_wilayah('pemberitahuan');
comment on table pemberitahuan is 'Notice to a family before it loses a place: ground, day, and until when it may object (distributed by kab)';
comment on column pemberitahuan.kab is 'Partition';
comment on column pemberitahuan.id is 'Identity';
comment on column pemberitahuan.wilayah is 'Village of the family';
comment on column pemberitahuan.rt is 'Rukun tetangga of the family';
comment on column pemberitahuan.keluarga_id is 'The family';
comment on column pemberitahuan.kantor is 'Region of the office that writes';
comment on column pemberitahuan.sebab is 'What would end the place: daftar (a list by decree), tidak_layak (a proposal found not eligible)';
comment on column pemberitahuan.daftar_id is 'The list';
comment on column pemberitahuan.usulan_id is 'The proposal';
comment on column pemberitahuan.program is 'Programme whose place ends';
comment on column pemberitahuan.nama_kepala is 'Head of the family, as written';
comment on column pemberitahuan.alamat is 'Address, as written';
comment on column pemberitahuan.alasan is 'Ground, in the words of the letter';
comment on column pemberitahuan.dasar is 'Decree or proposal that it rests on, in the words of the letter';
comment on column pemberitahuan.tanggal is 'Day of the letter';
comment on column pemberitahuan.keberatan_sampai is 'Last day to object; the loss holds from the day after';
comment on column pemberitahuan.penanda is 'Which of the signers of the letterhead, from 0';
comment on column pemberitahuan.status is 'berjalan (nothing has changed yet), berlaku (the loss took effect), batal (it does not)';
comment on column pemberitahuan.status_pada is 'Since when';
comment on column pemberitahuan.status_sebab is 'Why it was called off: the objection was upheld, the list was replaced, the proposal stopped';
comment on column pemberitahuan.nomor is 'Number of the letter; kept here too, because the register of another office is not in everybody''s area';
comment on column pemberitahuan.dokumen_id is 'The printed letter; null until it is printed';
comment on column pemberitahuan.pengguna_id is 'Who issued it';
comment on column pemberitahuan.dibuat_pada is 'When';

create table keberatan (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  pemberitahuan_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  keluarga_id uuid not null,
  pemohon text not null check (length(pemohon) between 2 and 120),
  hubungan text not null check (length(hubungan) between 2 and 60),
  alasan text not null,
  berkas_id uuid,
  tanggal date not null,
  tenggat date not null,
  diterima_oleh uuid not null references pengguna (id),
  diterima_pada timestamptz not null,
  dokumen_id uuid,
  status text not null default 'terbuka' check (status in ('terbuka', 'dikabulkan', 'ditolak')),
  diputus_oleh uuid references pengguna (id),
  diputus_peran text,
  diputus_cadangan boolean not null default false,
  diputus_pada timestamptz,
  putusan_alasan text,
  primary key (kab, id),
  unique (kab, pemberitahuan_id),
  foreign key (kab, pemberitahuan_id) references pemberitahuan (kab, id),
  foreign key (kab, berkas_id) references berkas (kab, id),
  foreign key (kab, dokumen_id) references dokumen (kab, id),
  check ((status = 'terbuka') = (diputus_oleh is null and putusan_alasan is null))
);
create index keberatan_terbuka on keberatan (wilayah, id) where status = 'terbuka';
call lindungi_wilayah('keberatan');
comment on table keberatan is 'Objection of a family to a notice, entered at the counter, decided by somebody who did not decide before (distributed by kab)';
comment on column keberatan.kab is 'Partition';
comment on column keberatan.id is 'Identity';
comment on column keberatan.pemberitahuan_id is 'The notice it is against';
comment on column keberatan.wilayah is 'Village of the family';
comment on column keberatan.rt is 'Rukun tetangga of the family';
comment on column keberatan.keluarga_id is 'The family';
comment on column keberatan.pemohon is 'Who came to the counter';
comment on column keberatan.hubungan is 'What they are to the family';
comment on column keberatan.alasan is 'Why, in their words';
comment on column keberatan.berkas_id is 'Evidence they brought';
comment on column keberatan.tanggal is 'Day it was made';
comment on column keberatan.tenggat is 'Day by which it is to be decided; the silence of the office takes nothing away';
comment on column keberatan.diterima_oleh is 'Who entered it';
comment on column keberatan.diterima_pada is 'When it was entered';
comment on column keberatan.dokumen_id is 'The receipt that the family took home';
comment on column keberatan.status is 'terbuka, dikabulkan (upheld), ditolak (rejected)';
comment on column keberatan.diputus_oleh is 'Who decided';
comment on column keberatan.diputus_peran is 'Role worn by who decided';
comment on column keberatan.diputus_cadangan is 'Decided by the fallback, because nobody else was free or the day had passed';
comment on column keberatan.diputus_pada is 'When it was decided';
comment on column keberatan.putusan_alasan is 'Why it was so decided';

-- Doubles among open proposals: by name through an index that row security may use; by NIK of a
-- member through one reviewed function that repeats the area check, for its operator is not leakproof.
create index usulan_kembar_nama on usulan (kab, nama_cari)
  where status not in ('draf', 'diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui');
create index usulan_kembar_nik on usulan using gin (kab, jsonb_path_query_array(isi, '$.anggota[*].nik'))
  where status not in ('draf', 'diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui');

create function usulan_bernik(kab_dicari smallint, nik_dicari text) returns setof uuid
language sql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
as $$
  select u.id from usulan u
  where u.kab = kab_dicari and jsonb_path_query_array(u.isi, '$.anggota[*].nik') ? nik_dicari
    and u.status not in ('draf', 'diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui')
    and u.wilayah >= nullif(current_setting('app.lo', true), '')::bigint and u.wilayah < nullif(current_setting('app.hi', true), '')::bigint
  limit 100
$$;
comment on function usulan_bernik(smallint, text) is 'Open proposals of the area set for the transaction that name a person of this NIK';
alter function usulan_bernik(smallint, text) owner to siks_cari;
revoke all on function usulan_bernik(smallint, text) from public;
grant execute on function usulan_bernik(smallint, text) to siks_app;
