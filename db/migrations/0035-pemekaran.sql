-- Regions split, merged or renamed by a decree: the plan, where each place and family goes, and the one role that may carry rows of history along.

do $$
begin
  if not exists (select from pg_roles where rolname = 'siks_pemekaran') then
    begin
      create role siks_pemekaran nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'siks_pemekaran', 'member') then
    grant siks_pemekaran to current_user;
  end if;
exception when insufficient_privilege then
  raise exception 'The login of DATABASE_URL may not create the role siks_pemekaran. Let a superuser create it and grant it to this login; docs/operasi.md shows the statements.';
end $$;
grant usage, create on schema public to siks_pemekaran;

create table pemekaran (
  id uuid primary key default uuidv7_siks(),
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  nama text not null check (length(nama) between 3 and 120),
  surat_nomor text not null,
  surat_tanggal date not null,
  berlaku date not null,
  status text not null default 'rancangan' check (status in ('rancangan', 'berjalan', 'selesai', 'dibatalkan')),
  wilayah_baru jsonb not null,
  berakhir bigint[] not null,
  pengguna_id uuid not null references pengguna (id),
  dibuat_pada timestamptz not null,
  dimulai_oleh uuid references pengguna (id),
  dimulai_pada timestamptz,
  pekerjaan_id uuid,
  selesai_pada timestamptz,
  hasil jsonb,
  alasan_batal text,
  versi integer not null default 1,
  check (lo < hi),
  check (dimulai_oleh is distinct from pengguna_id)
);
create index pemekaran_wilayah on pemekaran (lo, hi);
alter table pemekaran enable row level security;
alter table pemekaran force row level security;
create policy wilayah_baca on pemekaran for select to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint);
create policy wilayah_tulis on pemekaran for insert to siks_app
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_ubah on pemekaran for update to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy pemekaran on pemekaran for select to siks_pemekaran using (true);
grant select, insert, update on pemekaran to siks_app;
grant select, update on pemekaran to siks_job;
grant select on pemekaran to siks_pemekaran;
comment on table pemekaran is 'A decree that splits, merges or renames regions, as planned and as carried out (reference table; about an area, no person)';
comment on column pemekaran.id is 'Plan';
comment on column pemekaran.wilayah is 'Smallest region that holds all that is touched';
comment on column pemekaran.lo is 'First region code of it';
comment on column pemekaran.hi is 'First code after it';
comment on column pemekaran.nama is 'As the offices call it';
comment on column pemekaran.surat_nomor is 'Number of the decree';
comment on column pemekaran.surat_tanggal is 'Day of the decree';
comment on column pemekaran.berlaku is 'First day of the new codes';
comment on column pemekaran.status is 'Planned, being carried out, carried out, or cancelled';
comment on column pemekaran.wilayah_baru is 'Regions that are new or get another name: [{kode, tingkat, induk, nama, cari, jenis, baru}]';
comment on column pemekaran.berakhir is 'Codes that end';
comment on column pemekaran.pengguna_id is 'Who planned it';
comment on column pemekaran.dibuat_pada is 'When';
comment on column pemekaran.dimulai_oleh is 'Who had it carried out: somebody else';
comment on column pemekaran.dimulai_pada is 'When';
comment on column pemekaran.pekerjaan_id is 'The job that carries it out';
comment on column pemekaran.selesai_pada is 'When all had been carried';
comment on column pemekaran.hasil is 'How many of what were carried';
comment on column pemekaran.alasan_batal is 'Why it was cancelled';
comment on column pemekaran.versi is 'Version of the row';

create table pemekaran_tempat (
  pemekaran_id uuid not null references pemekaran (id),
  dari bigint not null,
  rt smallint,
  ke bigint not null,
  rt_ke smallint,
  unique nulls not distinct (pemekaran_id, dari, rt)
);
alter table pemekaran_tempat enable row level security;
alter table pemekaran_tempat force row level security;
create policy wilayah_baca on pemekaran_tempat for select to siks_app, siks_job
  using (dari >= nullif(current_setting('app.lo', true), '')::bigint and dari < nullif(current_setting('app.hi', true), '')::bigint);
create policy wilayah_tulis on pemekaran_tempat for insert to siks_app
  with check (dari >= nullif(current_setting('app.lo', true), '')::bigint and dari < nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy pemekaran on pemekaran_tempat for select to siks_pemekaran using (true);
grant select, insert on pemekaran_tempat to siks_app;
grant select on pemekaran_tempat to siks_job, siks_pemekaran;
comment on table pemekaran_tempat is 'Where a region, or one RT of it, goes by a plan (reference table, append-only)';
comment on column pemekaran_tempat.pemekaran_id is 'Plan';
comment on column pemekaran_tempat.dari is 'Code until then';
comment on column pemekaran_tempat.rt is 'One RT of the village; null is all that has no row of its own, and then the code ends';
comment on column pemekaran_tempat.ke is 'Code from then on';
comment on column pemekaran_tempat.rt_ke is 'Number of the RT from then on; null stays';

create table pemekaran_keluarga (
  kab smallint not null,
  pemekaran_id uuid not null references pemekaran (id),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  dari bigint not null,
  rt_dari smallint,
  ke bigint not null,
  rt_ke smallint,
  dipilih boolean not null,
  dibawa_pada timestamptz,
  primary key (kab, pemekaran_id, keluarga_id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index pemekaran_keluarga_belum on pemekaran_keluarga (pemekaran_id, kab, keluarga_id) where dibawa_pada is null;
call lindungi_wilayah('pemekaran_keluarga', 'select, insert', 'select, insert');
comment on table pemekaran_keluarga is 'From which village to which a family came by a plan; named one by one where an RT is divided (distributed by kab)';
comment on column pemekaran_keluarga.kab is 'Partition; it stays';
comment on column pemekaran_keluarga.pemekaran_id is 'Plan';
comment on column pemekaran_keluarga.keluarga_id is 'Family';
comment on column pemekaran_keluarga.wilayah is 'Village of the family now';
comment on column pemekaran_keluarga.rt is 'RT of the family now';
comment on column pemekaran_keluarga.dari is 'Village until then';
comment on column pemekaran_keluarga.rt_dari is 'RT until then';
comment on column pemekaran_keluarga.ke is 'Village from then on';
comment on column pemekaran_keluarga.rt_ke is 'RT from then on, where its number changes';
comment on column pemekaran_keluarga.dipilih is 'Named one by one in the table of the plan';
comment on column pemekaran_keluarga.dibawa_pada is 'When everything about it was carried; null is still to do';

-- Tables whose rows follow the family, or the place where no family is named. The catalogue is the list: what this role
-- may set follows, and what it may not stays as it was. No one else may change the place of a row of history.
create procedure ikut_pemekaran(tabel regclass)
language plpgsql as $$
begin
  execute format('grant select, update (wilayah, rt) on %s to siks_pemekaran', tabel);
  execute format('create policy pemekaran on %s to siks_pemekaran using (true) with check (true)', tabel);
end $$;
comment on procedure ikut_pemekaran(regclass) is 'Lets the rows of a table follow their family or place when regions are split, merged or renamed';
do $$
declare tabel text;
begin
  foreach tabel in array array['ruta', 'keluarga', 'individu', 'keanggotaan', 'pengurus', 'survei_ruta', 'survei_keluarga', 'survei_individu',
    'rekaman_sumber', 'impor_temuan', 'orang_sumber', 'keluarga_sumber', 'keadaan_dukcapil', 'beda_sumber', 'perubahan', 'kelayakan', 'penerimaan',
    'peringkat_luar', 'usulan', 'usulan_riwayat', 'permintaan_pindah', 'keadaan_khusus_keluarga', 'surat_tanpa_nik_baris', 'berkas', 'berkas_isi',
    'pengaman_catatan', 'pemberitahuan', 'keberatan', 'kunjungan', 'kunjungan_draf', 'penugasan_kunjungan', 'pemekaran_keluarga'] loop
    call ikut_pemekaran(tabel::regclass);
  end loop;
end $$;
grant update (domisili_wilayah, penanggung_wilayah) on keluarga to siks_pemekaran;
grant update (tujuan_wilayah) on permintaan_pindah to siks_pemekaran;
grant update (dibawa_pada) on pemekaran_keluarga to siks_pemekaran;
grant insert on perubahan to siks_pemekaran;
grant select, insert, update (nama, nama_cari, jenis, induk, berlaku_dari, berlaku_sampai) on wilayah to siks_pemekaran;
grant select, insert on wilayah_lama to siks_pemekaran;
grant select, insert, update (sampai, versi) on penugasan to siks_pemekaran;
create policy pemekaran on penugasan to siks_pemekaran using (true) with check (true);
grant insert on penugasan_riwayat to siks_pemekaran;
create policy pemekaran on penugasan_riwayat for insert to siks_pemekaran with check (true);

create function pemekaran_tabel() returns table (tabel regclass, kolom text, acuan text)
language sql stable set search_path = public, pg_temp as $$
  select c.oid::regclass, case when c.relname in ('keluarga', 'ruta') then 'id' when c.relname = 'survei_ruta' then 'ruta_id' else a.attname end::text,
    case when c.relname in ('ruta', 'survei_ruta') then 'ruta_id' else 'id' end
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'keluarga_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'pemekaran_keluarga'
    and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'wilayah' and not w.attisdropped
      and has_column_privilege('siks_pemekaran', c.oid, w.attnum, 'UPDATE'))
  order by c.relname
$$;
comment on function pemekaran_tabel() is 'Tables whose rows follow, the column that names the family or its house (null where none does), and which of both';

create function pemekaran_siapkan(rencana uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare p pemekaran;
begin
  select * into p from pemekaran where id = rencana and status = 'berjalan';
  if p.id is null then return; end if;
  insert into wilayah_lama (sistem, kode_lama, kode, berlaku_sampai, sumber)
    select 'nama', w.nama, w.kode, p.berlaku, p.surat_nomor from wilayah w
      join jsonb_to_recordset(p.wilayah_baru) as b(kode bigint, nama text, baru boolean) on b.kode = w.kode and not b.baru and b.nama <> w.nama
    on conflict do nothing;
  insert into wilayah (kode, tingkat, induk, nama, nama_cari, jenis, berlaku_dari)
    select b.kode, b.tingkat, b.induk, b.nama, b.cari, b.jenis, case when b.baru then p.berlaku end
    from jsonb_to_recordset(p.wilayah_baru) as b(kode bigint, tingkat text, induk bigint, nama text, cari text, jenis text, baru boolean) order by b.kode
    on conflict (kode) do update set nama = excluded.nama, nama_cari = excluded.nama_cari, jenis = excluded.jenis,
      berlaku_dari = coalesce(excluded.berlaku_dari, wilayah.berlaku_dari), berlaku_sampai = null;
end $$;
comment on function pemekaran_siapkan(uuid) is 'Enters the new regions and names of a plan that is being carried out; former names stay known';

create function pemekaran_bawa(rencana uuid, banyak integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p pemekaran;
  b record;
  t record;
begin
  select * into p from pemekaran where id = rencana and status = 'berjalan';
  select array_agg(x.kab) as kab, array_agg(x.keluarga_id) as id, array_agg(x.dari) as dari, array_agg(x.ke) as ke, array_agg(x.rt_ke) as rt into b
  from (select k.* from pemekaran_keluarga k where k.pemekaran_id = p.id and k.dibawa_pada is null
    order by k.kab, k.keluarga_id limit banyak for update of k) x;
  if b.id is null then return 0; end if;
  insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
    select k.kab, 'keluarga', k.keluarga_id, v.kolom, v.lama, v.baru, p.berlaku, 'Pemekaran (' || p.surat_nomor || ')', p.dimulai_oleh,
      k.dari, k.rt_dari, k.keluarga_id
    from pemekaran_keluarga k cross join lateral (values ('wilayah', k.dari::text, k.ke::text),
      ('rt', k.rt_dari::text, coalesce(k.rt_ke, k.rt_dari)::text)) as v(kolom, lama, baru)
    where k.pemekaran_id = p.id and (k.kab, k.keluarga_id) in (select * from unnest(b.kab, b.id)) and v.lama is distinct from v.baru;
  for t in select * from pemekaran_tabel() where kolom is not null and acuan = 'id' loop
    execute format('update %s x set wilayah = b.ke, rt = coalesce(b.rt, x.rt) from unnest($1, $2, $3, $4, $5) as b(kab, id, dari, ke, rt)
      where x.kab = b.kab and x.%I = b.id and x.wilayah = b.dari', t.tabel, t.kolom) using b.kab, b.id, b.dari, b.ke, b.rt;
  end loop;
  -- A house lies where the first family in it lives, with the answers about it.
  for t in select * from pemekaran_tabel() where acuan = 'ruta_id' loop
    execute format('update %s x set wilayah = f.wilayah, rt = f.rt from (
        select distinct on (k.kab, k.ruta_id) k.kab, k.ruta_id, k.wilayah, k.rt from keluarga k
        where (k.kab, k.ruta_id) in (select m.kab, m.ruta_id from keluarga m where (m.kab, m.id) in (select * from unnest($1, $2)))
        order by k.kab, k.ruta_id, (k.status = ''aktif'') desc, k.urutan_ruta, k.id) f
      where x.kab = f.kab and x.%I = f.ruta_id and x.wilayah = any ($3)', t.tabel, t.kolom) using b.kab, b.id, b.dari;
  end loop;
  update keluarga k set domisili_wilayah = case when k.domisili_wilayah = b2.dari then b2.ke else k.domisili_wilayah end,
      penanggung_wilayah = case when k.penanggung_wilayah = b2.dari then b2.ke else k.penanggung_wilayah end
    from unnest(b.kab, b.id, b.dari, b.ke) as b2(kab, id, dari, ke)
    where k.kab = b2.kab and k.id = b2.id and b2.dari in (k.domisili_wilayah, k.penanggung_wilayah);
  update pemekaran_keluarga k set wilayah = k.ke, rt = coalesce(k.rt_ke, k.rt), dibawa_pada = clock_timestamp()
    where k.pemekaran_id = p.id and (k.kab, k.keluarga_id) in (select * from unnest(b.kab, b.id));
  return cardinality(b.id);
end $$;
comment on function pemekaran_bawa(uuid, integer) is 'Carries the next families of a plan with all that is about them; 0 when none is left';

create function pemekaran_bawa_tempat(rencana uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p pemekaran;
  g record;
  n integer;
  jumlah integer := 0;
begin
  select * into p from pemekaran where id = rencana and status = 'berjalan';
  for g in select * from pemekaran_tabel() where tabel <> 'keluarga'::regclass loop
    -- What is about a family that stays here stays; the same file is not put twice at one place.
    execute format($q$update %s x set wilayah = t.ke, rt = coalesce(t.rt_ke, x.rt) from pemekaran_tempat t
      where t.pemekaran_id = $1 and x.wilayah = t.dari and (t.rt = x.rt or (t.rt is null and not exists
        (select from pemekaran_tempat s where s.pemekaran_id = $1 and s.dari = t.dari and s.rt = x.rt))) %s %s$q$, g.tabel,
      case when g.kolom is null then '' else format('and not exists (select from keluarga k where k.kab = x.kab and k.%I = x.%I and k.wilayah = x.wilayah)', g.acuan, g.kolom) end,
      case when g.tabel = 'berkas'::regclass then 'and not exists (select from berkas y where y.kab = x.kab and y.wilayah = t.ke
        and y.rt is not distinct from coalesce(t.rt_ke, x.rt) and y.keluarga_id is not distinct from x.keluarga_id and y.guna = x.guna and y.sidik_kiriman = x.sidik_kiriman)'
        else '' end) using p.id;
    get diagnostics n = row_count;
    jumlah := jumlah + n;
  end loop;
  update permintaan_pindah m set tujuan_wilayah = u.wilayah from usulan u
    where u.kab = m.tujuan_kab and u.id = m.id and u.wilayah <> m.tujuan_wilayah and m.status in ('menunggu', 'naik', 'disetujui')
      and m.tujuan_wilayah in (select t.dari from pemekaran_tempat t where t.pemekaran_id = p.id);
  return jumlah;
end $$;
comment on function pemekaran_bawa_tempat(uuid) is 'Carries what lies at a place of a plan and is about no family that lives there; run again it finds nothing';

create function pemekaran_petugas(rencana uuid, hari date) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p pemekaran;
  jumlah integer;
begin
  select * into p from pemekaran where id = rencana and status = 'berjalan';
  with asal as (
    select a.* from penugasan a where (a.sampai is null or a.sampai > hari)
      and a.wilayah in (select t.dari from pemekaran_tempat t where t.pemekaran_id = p.id)),
  bagian as (
    -- By families: each goes where it went. By RT: each RT likewise. Else the whole office, where its code ends.
    select a.id, coalesce(k.ke, a.wilayah) as ke, null::smallint as rt, f.id as keluarga_id
    from asal a cross join unnest(a.keluarga) as f(id) left join pemekaran_keluarga k on k.pemekaran_id = p.id and k.keluarga_id = f.id
    union all
    select a.id, coalesce(t.ke, a.wilayah), coalesce(t.rt_ke, r.rt), null::uuid
    from asal a cross join unnest(a.rt) as r(rt) left join lateral (select s.ke, s.rt_ke from pemekaran_tempat s
      where s.pemekaran_id = p.id and s.dari = a.wilayah and (s.rt is null or s.rt = r.rt) order by s.rt nulls last limit 1) t on true
    where a.keluarga is null
    union all
    select a.id, t.ke, null::smallint, null::uuid from asal a join pemekaran_tempat t on t.pemekaran_id = p.id and t.dari = a.wilayah and t.rt is null
    where a.keluarga is null and a.rt is null),
  baru as (
    select b.id, b.ke, array_agg(distinct b.rt) filter (where b.rt is not null) as rt,
      array_agg(distinct b.keluarga_id) filter (where b.keluarga_id is not null) as keluarga,
      array_agg(distinct k.ruta_id) filter (where k.ruta_id is not null) as ruta
    from bagian b left join keluarga k on k.id = b.keluarga_id and k.wilayah = b.ke group by b.id, b.ke),
  ubah as (
    select a.id from asal a where exists (select from baru b where b.id = a.id and (b.ke <> a.wilayah
      or (b.rt is not null and not (b.rt @> a.rt and b.rt <@ a.rt))))),
  akhir as (
    update penugasan a set sampai = greatest(a.dari, hari), versi = a.versi + 1 from ubah u where a.id = u.id returning a.id),
  tulis as (
    insert into penugasan (pengguna_id, peran, jenis, wilayah, rt, keluarga, ruta, dari, sampai, surat_nomor, surat_tanggal)
    select a.pengguna_id, a.peran, a.jenis, b.ke, b.rt, b.keluarga, b.ruta, greatest(a.dari, hari), a.sampai, a.surat_nomor, a.surat_tanggal
    from asal a join akhir x on x.id = a.id join baru b on b.id = a.id returning *)
  insert into penugasan_riwayat (penugasan_id, pengguna_id, wilayah, operasi, oleh_id, alasan, sebelum, sesudah)
    select t.id, t.pengguna_id, t.wilayah, 'pemekaran.mulai', p.dimulai_oleh, p.surat_nomor, null,
      jsonb_build_object('wilayah', t.wilayah, 'rt', t.rt, 'dari', t.dari, 'sampai', t.sampai) from tulis t;
  get diagnostics jumlah = row_count;
  return jumlah;
end $$;
comment on function pemekaran_petugas(uuid, date) is 'Ends assignments at places that went elsewhere, and begins them there on the same day by the same letter';

create function pemekaran_tutup(rencana uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare p pemekaran;
begin
  select * into p from pemekaran where id = rencana and status = 'berjalan';
  update wilayah w set berlaku_sampai = p.berlaku where w.kode = any (p.berakhir);
  insert into wilayah_lama (sistem, kode_lama, kode, berlaku_sampai, sumber)
    select 'kemendagri', t.dari::text, t.ke, p.berlaku, p.surat_nomor from pemekaran_tempat t
    where t.pemekaran_id = p.id and t.rt is null and t.dari <> t.ke on conflict do nothing;
end $$;
comment on function pemekaran_tutup(uuid) is 'Ends the codes that a plan ends, once nothing lives there; they stay known beside their successors';

do $$
declare f regprocedure;
begin
  foreach f in array array['pemekaran_siapkan(uuid)', 'pemekaran_bawa(uuid, integer)', 'pemekaran_bawa_tempat(uuid)', 'pemekaran_petugas(uuid, date)', 'pemekaran_tutup(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to siks_pemekaran', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to siks_job', f);
  end loop;
end $$;

-- Whoever asks for a family at the destination does not answer for its origin.
alter table permintaan_pindah add column diminta_oleh uuid references pengguna (id);
comment on column permintaan_pindah.diminta_oleh is 'Who proposed the move at the destination; the answer is another''s';
