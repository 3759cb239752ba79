-- Papers of a meeting in the register: which meeting, and the hash of what it decided.

alter table dokumen add column musyawarah_id uuid;
alter table dokumen add column meterai text check (meterai ~ '^[0-9a-f]{64}$');
alter table dokumen add foreign key (kab, musyawarah_id) references musyawarah (kab, id);
create index dokumen_musyawarah on dokumen (kab, musyawarah_id) where musyawarah_id is not null;
comment on column dokumen.musyawarah_id is 'Meeting that it is a paper of';
comment on column dokumen.meterai is 'SHA-256 over the decisions that it binds, hex: musyawarah.sidik at the signature';

-- Registers of letters begin anew each year.
alter table dokumen drop constraint dokumen_kab_wilayah_jenis_nomor_key;
create unique index dokumen_nomor on dokumen (kab, wilayah, jenis, nomor, (extract(year from tanggal)));

drop function dokumen_terbuka(uuid);
create function dokumen_terbuka(kode_surat uuid)
returns table (jenis text, nomor text, tanggal date, sidik text, status text, status_pada timestamptz,
  meterai text, berlaku_sampai date, kab smallint, wilayah bigint, musyawarah_id uuid)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select d.jenis, d.nomor, d.tanggal, d.sidik, d.status, d.status_pada, d.meterai, case when d.meterai is not null then m.berlaku_sampai end,
    d.kab, d.wilayah, d.musyawarah_id
  from dokumen d left join musyawarah m on m.kab = d.kab and m.id = d.musyawarah_id where d.kode = kode_surat
$$;
comment on function dokumen_terbuka(uuid) is 'One paper by the code on it: number, kind, date, hashes and status, no names';
revoke all on function dokumen_terbuka(uuid) from public;
grant execute on function dokumen_terbuka(uuid) to siks_app;
