-- Import: faster ids where the server makes them itself, the sum of rows as a rule, pages of held rows.

-- PostgreSQL 18 has its own uuidv7(), ten times faster than ours; 15 to 17 keep ours.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    execute 'create or replace function uuidv7_siks() returns uuid language sql volatile parallel safe as ''select uuidv7()''';
  end if;
end $$;

alter table impor add constraint impor_semua_baris_terhitung
  check (status <> 'selesai' or diterima + ditandai + ditahan = jumlah_baris);
comment on constraint impor_semua_baris_terhitung on impor is 'Accepted + flagged + held = rows in the file, always';

create index rekaman_sumber_ditahan on rekaman_sumber (kab, impor_id, lembar, baris) where status = 'ditahan';
create index impor_temuan_kode on impor_temuan (kab, impor_id, kode, lembar, baris, urutan);
