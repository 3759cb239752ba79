-- Search by name. People misspell words, not whole names: a dictionary of the words of names finds
-- those that are meant, an index of words per kab finds the persons. An index on expressions of
-- names is not used under row-level security (its operators are not leakproof), so this one
-- reviewed function bypasses it and repeats the area check itself.

create table kata_nama (
  kata text primary key
);
create index kata_nama_mirip on kata_nama using gin (kata gin_trgm_ops);
grant select, insert on kata_nama to siks_job;
grant select on kata_nama to siks_cari;
comment on table kata_nama is 'Every word that occurs in a name (reference table, append-only); no person can be told from it';
comment on column kata_nama.kata is 'A word as folded for search';

-- Words that may be meant by a typed one: equal, beginning with it, or a slip or two away.
-- All of them are taken, however many, so that an answer never depends on names of other areas.
create function kata_dimaksud(ketikan text) returns text[]
language sql stable
set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.2
set enable_seqscan = off
as $$
  select coalesce(array_agg(kata), '{}') from kata_nama
  where kata = ketikan
    or (length(ketikan) >= 3 and kata like ketikan || '%')
    or (length(ketikan) >= 3 and kata % ketikan
      and levenshtein_less_equal(kata, ketikan, 2) <= case when length(ketikan) <= 3 then 0 when length(ketikan) <= 5 then 1 else 2 end)
    or (length(ketikan) between 4 and 5 and kata % ketikan and length(kata) = length(ketikan)
      and levenshtein_less_equal(kata, ketikan, 2) = 2
      and array(select unnest(string_to_array(kata, null)) order by 1) = array(select unnest(string_to_array(ketikan, null)) order by 1))
$$;
comment on function kata_dimaksud(text) is 'Words of names that a typed word may mean: equal, longer, one or two slips away, two letters exchanged';

create function cari_nama(ketikan text, dari bigint, sampai bigint, kab_pilihan smallint[], batas integer)
returns table (kab smallint, individu_id uuid, keluarga_id uuid, nama text, jarak integer)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
set jit = off
as $$
declare
  lo bigint := greatest(dari, nullif(current_setting('app.lo', true), '')::bigint);
  hi bigint := least(sampai, nullif(current_setting('app.hi', true), '')::bigint);
  rt_boleh smallint[] := string_to_array(nullif(current_setting('app.rt', true), ''), ',')::smallint[];
  kata text[] := (string_to_array(ketikan, ' '))[1:5];
  n integer := cardinality(kata);
  syarat text[] := '{}';
  tempat text := '';
  wajib text;
begin
  if nullif(current_setting('app.lo', true), '') is null or nullif(current_setting('app.hi', true), '') is null or n is null then
    return;
  end if;
  -- Each typed word must be there, in any order, as one of the words it may mean.
  for i in 1..n loop
    syarat := syarat || format($f$string_to_array(i.nama_cari, ' ') && %L::text[]$f$, kata_dimaksud(kata[i]));
  end loop;
  if kab_pilihan is not null then tempat := format('i.kab = any (%L::smallint[]) and ', kab_pilihan); end if;
  tempat := tempat || format('i.wilayah >= %s and i.wilayah < %s', lo, hi);
  if rt_boleh is not null then tempat := tempat || format(' and i.rt = any (%L::smallint[])', rt_boleh); end if;
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
comment on function cari_nama(text, bigint, bigint, smallint[], integer) is
  'Persons by name with tolerance of spelling, inside the area set for the transaction and the range asked; jarak counts letters apart';
alter function cari_nama(text, bigint, bigint, smallint[], integer) owner to siks_cari;
revoke all on function kata_dimaksud(text) from public;
grant execute on function kata_dimaksud(text) to siks_cari;
revoke all on function cari_nama(text, bigint, bigint, smallint[], integer) from public;
grant execute on function cari_nama(text, bigint, bigint, smallint[], integer) to siks_app;
