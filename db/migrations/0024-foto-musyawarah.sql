-- Photographs of a meeting.

alter table berkas drop constraint berkas_guna_check;
alter table berkas add constraint berkas_guna_check check (guna in ('foto_rumah', 'foto_orang', 'foto_kk', 'foto_ktp', 'foto_rapat', 'surat',
  'berita_acara', 'daftar_hadir', 'ba_pindaian', 'tanda_tangan', 'logo', 'dokumen', 'lain'));

alter table musyawarah add column foto_id uuid[] not null default '{}' check (cardinality(foto_id) <= 12);
comment on column musyawarah.foto_id is 'Photographs of the meeting, files of the village, in the order in which they were added';
