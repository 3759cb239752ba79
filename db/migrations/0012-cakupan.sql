-- Areas below the village: every policy honours a list of RT and a list of assigned families too.
--
-- app.lo, app.hi        range of region codes
-- app.rt                '*' all RT of the range; otherwise the RT that may be seen, by commas
-- app.keluarga          '*' all families; otherwise the ids of those that may be seen, by commas
-- app.ruta              the households of those families, by commas; read only beside a list of families
-- A setting that is missing or empty names nothing, so it gives no rows: whoever forgets one sees
-- nothing, never all. A row without RT belongs to no RT of a list. No sub-select, so that it distributes.

-- One condition, as text for a policy. `case … is not null` and not `= '*'`: the planner takes the
-- former for nearly all rows and the latter for one in 200, and would choose plans for a handful.
create function syarat_cakupan(tabel regclass) returns text language sql stable as $$
  with ada as (
    select coalesce(bool_or(attname = 'rt'), false) as rt,
      coalesce(bool_or(attname = 'keluarga_id'), false) as keluarga
    from pg_attribute where attrelid = tabel and attnum > 0 and not attisdropped
  ), sempit as (
    select case when rt then $s$ or rt = any (string_to_array(nullif(current_setting('app.rt', true), '*'), ',')::smallint[])$s$
        else '' end as rt,
      case
        when tabel in (to_regclass('public.ruta'), to_regclass('public.survei_ruta')) then
          format($s$ or strpos(current_setting('app.ruta', true), %s::text) > 0$s$,
            case when tabel = to_regclass('public.ruta') then 'id' else 'ruta_id' end)
        when keluarga then $s$ or strpos(current_setting('app.keluarga', true), keluarga_id::text) > 0$s$
        else '' end as keluarga
    from ada
  )
  select $s$wilayah >= nullif(current_setting('app.lo', true), '')::bigint
    and wilayah < nullif(current_setting('app.hi', true), '')::bigint
    and (case current_setting('app.rt', true) when '*' then true end is not null$s$ || rt || $s$)
    and (case current_setting('app.keluarga', true) when '*' then true end is not null$s$ || keluarga || ')'
  from sempit
$$;
comment on function syarat_cakupan(regclass) is 'The area condition of a table: range, RT, families; a table without RT or family is closed to who sees only some';

create or replace procedure lindungi_wilayah(tabel regclass, hak_app text default 'select, insert, update', hak_job text default 'select, insert, update')
language plpgsql as $$
declare
  syarat text := syarat_cakupan(tabel);
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format('drop policy if exists wilayah on %s', tabel);
  execute format('create policy wilayah on %s to siks_app, siks_job using (%s) with check (%s)', tabel, syarat, syarat);
  if hak_app <> '' then execute format('grant %s on %s to siks_app', hak_app, tabel); end if;
  if hak_job <> '' then execute format('grant %s on %s to siks_job', hak_job, tabel); end if;
  execute format('grant select on %s to siks_cari', tabel);
end $$;
comment on procedure lindungi_wilayah(regclass, text, text) is 'Enables and forces row-level security by region range, RT and families, and grants rights, never DELETE';

-- Every table distributed by kab gets its policy anew; elsewhere an empty setting meant "all", which is '*' now.
do $$
declare
  tabel regclass;
  aturan record;
  semua_rt constant text := $s$(COALESCE(current_setting('app.rt'::text, true), ''::text) = ''::text)$s$;
  semua_keluarga constant text := $s$(COALESCE(current_setting('app.keluarga'::text, true), ''::text) = ''::text)$s$;
  seluruhnya constant text := $s$(current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')$s$;
begin
  for tabel in
    select p.polrelid::regclass from pg_policy p join pg_attribute a on a.attrelid = p.polrelid and a.attname = 'kab'
    where p.polname = 'wilayah' order by 1
  loop
    call lindungi_wilayah(tabel, '', '');
  end loop;
  for aturan in
    select polrelid::regclass as tabel, polname, pg_get_expr(polqual, polrelid) as baca, pg_get_expr(polwithcheck, polrelid) as tulis
    from pg_policy where strpos(concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)), semua_rt) > 0
  loop
    execute format('alter policy %I on %s', aturan.polname, aturan.tabel)
      || coalesce(' using (' || replace(replace(aturan.baca, semua_rt, seluruhnya), semua_keluarga, seluruhnya) || ')', '')
      || coalesce(' with check (' || replace(replace(aturan.tulis, semua_rt, seluruhnya), semua_keluarga, seluruhnya) || ')', '');
  end loop;
end $$;
-- Counts per village are closed by the policy itself now.
drop policy bukan_rt on peringkat_rekap;

-- Rows about a whole area (from lo to hi): a ranking is read where areas overlap, its totals are
-- frozen and equal for all. Quotas and lists are not for those who see only a part of a village.
drop policy wilayah on peringkat_ronde;
create policy wilayah_baca on peringkat_ronde for select to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint);
create policy wilayah_tulis on peringkat_ronde for insert to siks_app, siks_job
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');
create policy wilayah_ubah on peringkat_ronde for update to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');

create or replace procedure lindungi_kepala(tabel regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format('drop policy if exists wilayah_baca on %s', tabel);
  execute format('drop policy if exists wilayah_tulis on %s', tabel);
  execute format($p$create policy wilayah_baca on %s for select to siks_app, siks_job
    using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint
      and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')$p$, tabel);
  execute format($p$create policy wilayah_tulis on %s for insert to siks_app, siks_job
    with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
      and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')$p$, tabel);
  execute format('grant select, insert on %s to siks_app, siks_job', tabel);
end $$;
comment on procedure lindungi_kepala(regclass) is 'Row-level security for rows about a whole area: read where areas overlap, insert where one holds all of it, never change; closed to who sees only a part of a village';
call lindungi_kepala('kuota');
call lindungi_kepala('kuota_pembagian');
call lindungi_kepala('kuota_putusan');
call lindungi_kepala('daftar');

drop policy wilayah on pekerjaan;
create policy wilayah on pekerjaan to siks_app, siks_job
  using (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*')
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint
    and current_setting('app.rt', true) = '*' and current_setting('app.keluarga', true) = '*');

-- The search by name bypasses the policies, so it repeats them: the range, the RT, the families.
create or replace function cari_nama(ketikan text, dari bigint, sampai bigint, kab_pilihan smallint[], batas integer)
returns table (kab smallint, individu_id uuid, keluarga_id uuid, nama text, jarak integer)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
set jit = off
as $$
declare
  lo bigint := greatest(dari, nullif(current_setting('app.lo', true), '')::bigint);
  hi bigint := least(sampai, nullif(current_setting('app.hi', true), '')::bigint);
  rt_boleh text := current_setting('app.rt', true);
  keluarga_boleh text := current_setting('app.keluarga', true);
  kata text[] := (string_to_array(ketikan, ' '))[1:5];
  n integer := cardinality(kata);
  syarat text[] := '{}';
  tempat text := '';
  wajib text;
begin
  if nullif(current_setting('app.lo', true), '') is null or nullif(current_setting('app.hi', true), '') is null or n is null
    or coalesce(rt_boleh, '') = '' or coalesce(keluarga_boleh, '') = '' then
    return;
  end if;
  -- Each typed word must be there, in any order, as one of the words it may mean.
  for i in 1..n loop
    syarat := syarat || format($f$string_to_array(i.nama_cari, ' ') && %L::text[]$f$, kata_dimaksud(kata[i]));
  end loop;
  if kab_pilihan is not null then tempat := format('i.kab = any (%L::smallint[]) and ', kab_pilihan); end if;
  tempat := tempat || format('i.wilayah >= %s and i.wilayah < %s', lo, hi);
  if rt_boleh <> '*' then
    tempat := tempat || format(' and i.rt = any (%L::smallint[])', string_to_array(rt_boleh, ',')::smallint[]);
  end if;
  if keluarga_boleh <> '*' then
    tempat := tempat || format(' and i.keluarga_id = any (%L::uuid[])', string_to_array(keluarga_boleh, ',')::uuid[]);
  end if;
  wajib := array_to_string(syarat, ' and ');
  for langkah in 1..2 loop
    return query execute format($q$
      select c.kab, c.id, c.keluarga_id, c.nama, levenshtein(left(c.nama_cari, 200), left(%L, 200)) as jarak from (
        select i.kab, i.id, i.keluarga_id, i.nama, i.nama_cari from individu i
        where %s and (%s) limit 2000) c
      order by jarak, c.nama_cari, c.id limit %s $q$, ketikan, tempat, wajib, batas);
    if found or n < 2 then return; end if;
    -- Nothing has all of them: one word may be left out, or two be written as one.
    select string_agg('(' || array_to_string(sisa.bagian, ' and ') || ')', ' or ') into wajib from (
      select array(select syarat[j] from generate_series(1, n) j where j <> tanpa) as bagian from generate_series(1, n) tanpa where n > 2
      union all
      select array_append(
        array(select syarat[j] from generate_series(1, n) j where j not in (k, k + 1)),
        format($f$string_to_array(i.nama_cari, ' ') && %L::text[]$f$, kata_dimaksud(kata[k] || kata[k + 1]))) from generate_series(1, n - 1) k
    ) sisa;
  end loop;
end $$;
