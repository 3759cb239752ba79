-- Approval before the day of a change of regions, names that the centre deactivated, declared relatives, the office that a substitute acts for, and where evidence of a family that moved lies.

alter table pemekaran drop constraint pemekaran_status_check;
alter table pemekaran add constraint pemekaran_status_check check (status in ('rancangan', 'disetujui', 'berjalan', 'selesai', 'dibatalkan'));
alter table pemekaran add column disetujui_pada timestamptz;
comment on column pemekaran.status is 'Planned, approved and waiting for its day, being carried out, carried out, or cancelled';
comment on column pemekaran.dimulai_oleh is 'Who approved it, and so has it carried out: somebody else than who planned it';
comment on column pemekaran.disetujui_pada is 'When it was approved';
comment on column pemekaran.dimulai_pada is 'When its job was queued';

-- A row that names a family instead of a receipt.
alter table hasil_pusat_baris drop constraint hasil_pusat_baris_putusan_check;
alter table hasil_pusat_baris add constraint hasil_pusat_baris_putusan_check check (putusan in ('diterima', 'dikembalikan', 'musyawarah', 'ditolak', 'nonaktif'));
alter table hasil_pusat_baris alter column nomor drop not null;
alter table hasil_pusat_baris add column id uuid not null default uuidv7_siks(), add column pengenal text, add column program text, add column tanggal date,
  add column pada timestamptz not null default now();
comment on column hasil_pusat_baris.nomor is 'Number on the receipt, as read; null where the row names a family';
comment on column hasil_pusat_baris.putusan is 'What the centre decided: diterima, dikembalikan, musyawarah (returned to the meeting), ditolak, nonaktif (a family, no proposal)';
comment on column hasil_pusat_baris.wilayah is 'Village of the proposal or family; that of the file where none was found';
comment on column hasil_pusat_baris.rt is 'Rukun tetangga of the proposal or family';
comment on column hasil_pusat_baris.id is 'Identity';
comment on column hasil_pusat_baris.pengenal is 'By what a row without receipt names its family, masked: NIK, family-card number, id, or name with birth date';
comment on column hasil_pusat_baris.program is 'Programme of which the centre took the family; null is the registry';
comment on column hasil_pusat_baris.tanggal is 'Day from which the centre deactivated it';
comment on column hasil_pusat_baris.pada is 'Taken in at';
create index hasil_pusat_baris_nonaktif on hasil_pusat_baris (wilayah, pada) where putusan = 'nonaktif' and hasil = 'diterapkan';

-- Whom an officer names as relatives: sealed, rows visible to one person.
create table pengguna_kerabat (
  id uuid primary key default uuidv7_siks(),
  pengguna_id uuid not null references pengguna (id),
  nik_segel text not null,
  nik_sidik text not null,
  hubungan text not null check (hubungan in ('suami_istri', 'orang_tua', 'anak', 'saudara', 'mertua_menantu', 'ipar', 'lainnya')),
  kunci_versi text not null,
  dibuat_pada timestamptz not null default clock_timestamp(),
  dicabut_pada timestamptz
);
create unique index pengguna_kerabat_satu on pengguna_kerabat (pengguna_id, nik_sidik) where dicabut_pada is null;
alter table pengguna_kerabat enable row level security;
alter table pengguna_kerabat force row level security;
create policy sendiri on pengguna_kerabat to siks_app, siks_job
  using (pengguna_id = nullif(current_setting('app.pengguna', true), '')::uuid)
  with check (pengguna_id = nullif(current_setting('app.pengguna', true), '')::uuid);
grant select, insert, update (dicabut_pada) on pengguna_kerabat to siks_app;
grant select on pengguna_kerabat to siks_job;
comment on table pengguna_kerabat is 'Relatives whom an officer declared, so that proposals about them are flagged; sealed, opened for that officer alone (reference table)';
comment on column pengguna_kerabat.id is 'Identity';
comment on column pengguna_kerabat.pengguna_id is 'The officer';
comment on column pengguna_kerabat.nik_segel is 'NIK of the relative, sealed with AES-256-GCM for this very row';
comment on column pengguna_kerabat.nik_sidik is 'Keyed fingerprint of the NIK: who in a family is meant';
comment on column pengguna_kerabat.hubungan is 'What the relative is to the officer';
comment on column pengguna_kerabat.kunci_versi is 'Version of the key';
comment on column pengguna_kerabat.dibuat_pada is 'Declared at';
comment on column pengguna_kerabat.dicabut_pada is 'Taken back at; the row stays';

-- A substitute signs for an office that is not their own.
alter table usulan_riwayat add column jenis_tugas text check (jenis_tugas in ('plt', 'plh')), add column kantor bigint;
comment on column usulan_riwayat.jenis_tugas is 'Substitute by letter: plt, plh; null is the holder of the office';
comment on column usulan_riwayat.kantor is 'Region of the office in which the step was taken; null where nobody took it in an office';

alter table keluarga add column bukti_asal jsonb;
comment on column keluarga.bukti_asal is 'Evidence that stayed where the family lived before, by place and use: [{wilayah, berkas: {guna: count}}], the last place last; null where there was none';
