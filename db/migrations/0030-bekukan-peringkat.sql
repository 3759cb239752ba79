-- A ranking is written by CREATE TABLE AS in the schema of the jobs, which PostgreSQL can compute in
-- parallel and write without looking at constraints; freezing takes the two tables over.

drop function peringkat_siapkan(uuid);

create or replace function peringkat_bekukan(ronde uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  induk text;
  bagian text;
  asal regclass;
  wajib text;
begin
  foreach induk in array array['fakta_keluarga', 'peringkat_hasil'] loop
    bagian := induk || '_' || replace(ronde::text, '-', '');
    asal := to_regclass(format('staging.%I', bagian));
    if asal is null then
      raise exception 'this ranking has no % to freeze', induk;
    end if;
    -- Only plain rows change hands: nothing that would later run with the owner's rights.
    if exists (select from pg_class c where c.oid = asal and (c.relkind <> 'r' or c.relpersistence <> 'p' or c.relhasindex
         or c.relhastriggers or c.relhasrules or c.relhassubclass or c.relchecks > 0 or c.relrowsecurity))
       or exists (select from pg_attrdef d where d.adrelid = asal)
       or (select array_agg(array[attname::text, atttypid::text, atttypmod::text, attcollation::text] order by attname)
         from pg_attribute where attrelid = asal and attnum > 0 and not attisdropped)
         is distinct from (select array_agg(array[attname::text, atttypid::text, atttypmod::text, attcollation::text] order by attname)
         from pg_attribute where attrelid = ('public.' || induk)::regclass and attnum > 0 and not attisdropped) then
      raise exception 'the % of this ranking is not a plain table of those columns', induk;
    end if;
    execute format('alter table staging.%I owner to current_user', bagian);
    select string_agg(format('alter column %I set not null', attname), ', ') into wajib
      from pg_attribute where attrelid = ('public.' || induk)::regclass and attnum > 0 and attnotnull;
    execute format('alter table staging.%I %s, add check (ronde_id is not null and ronde_id = %L::uuid)', bagian, wajib, ronde);
    execute format('alter table staging.%I set schema public', bagian);
    if induk = 'fakta_keluarga' then
      execute format('create index on public.%I using brin (wilayah) with (pages_per_range = 32)', bagian);
    else
      execute format('alter table public.%I add primary key (kab, keluarga_id, ronde_id)', bagian);
      execute format('create index on public.%I (kab, kunci, keluarga_id)', bagian);
      execute format('create index on public.%I using brin (wilayah)', bagian);
      execute format('analyze public.%I (kab, ronde_id, keluarga_id, wilayah, rt, kunci, kunci_terbaik, kunci_terburuk, desil, terpenuhi, miskin)', bagian);
    end if;
    execute format('revoke all on public.%I from siks_job', bagian);
    execute format('alter table public.%I enable row level security', bagian);
    execute format('alter table public.%I force row level security', bagian);
    execute format('alter table public.%I attach partition public.%I for values in (%L)', induk, bagian, ronde);
  end loop;
end $$;
comment on function peringkat_bekukan(uuid) is 'Takes the two written tables of one ranking over from the job, indexes them, closes them to direct access and attaches them';
