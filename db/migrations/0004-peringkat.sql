-- Ranking: the facts of a family, rounds, and their frozen results.
-- The columns of fakta_keluarga are those of policy/peringkat/fakta.yaml; a test proves that both agree.

create table peringkat_ronde (
  id uuid primary key default uuidv7_siks(),
  model text not null,
  kebijakan_hash text not null references kebijakan (hash),
  fakta_hash text not null references kebijakan (hash),
  wilayah bigint not null references wilayah (kode),
  lo bigint not null,
  hi bigint not null,
  periode text not null,
  acuan date not null,
  status text not null default 'disiapkan' check (status in ('disiapkan', 'selesai', 'gagal')),
  sebelum_id uuid references peringkat_ronde (id),
  pekerjaan_id uuid,
  pengguna_id uuid,
  keluarga integer,
  bercelah integer,
  melintasi integer,
  ringkasan jsonb not null default '{}',
  kamus jsonb not null default '{}',
  dibuat_pada timestamptz not null default now(),
  dibekukan_pada timestamptz
);
create index peringkat_ronde_terbaru on peringkat_ronde (dibuat_pada desc);
alter table peringkat_ronde enable row level security;
alter table peringkat_ronde force row level security;
create policy wilayah on peringkat_ronde to siks_app, siks_job
  using (lo < nullif(current_setting('app.hi', true), '')::bigint and hi > nullif(current_setting('app.lo', true), '')::bigint)
  with check (lo >= nullif(current_setting('app.lo', true), '')::bigint and hi <= nullif(current_setting('app.hi', true), '')::bigint);
grant select, insert, update on peringkat_ronde to siks_app, siks_job;
grant select on peringkat_ronde to siks_cari;
comment on table peringkat_ronde is 'A ranking of an area for a period by one model (reference table; counts only, no personal data)';
comment on column peringkat_ronde.id is 'Identity';
comment on column peringkat_ronde.model is 'Model: a name in policy/peringkat';
comment on column peringkat_ronde.kebijakan_hash is 'Text of the model that was used';
comment on column peringkat_ronde.fakta_hash is 'Text of the dictionary of facts that was used';
comment on column peringkat_ronde.wilayah is 'Area that was ranked';
comment on column peringkat_ronde.lo is 'First region code of the area';
comment on column peringkat_ronde.hi is 'First region code after the area';
comment on column peringkat_ronde.periode is 'Period: year and quarter, 2026-T4';
comment on column peringkat_ronde.acuan is 'Reference day of ages, parameters and eligibility';
comment on column peringkat_ronde.status is 'disiapkan, selesai (frozen), gagal';
comment on column peringkat_ronde.sebelum_id is 'The ranking before it, of the same model and area';
comment on column peringkat_ronde.pekerjaan_id is 'Job that computes it';
comment on column peringkat_ronde.pengguna_id is 'Who asked for it';
comment on column peringkat_ronde.keluarga is 'Families ranked';
comment on column peringkat_ronde.bercelah is 'Families with at least one unanswered item';
comment on column peringkat_ronde.melintasi is 'Families whose bounds straddle the poor line';
comment on column peringkat_ronde.ringkasan is 'Totals of the whole area: families per count and per decile, largest ties';
comment on column peringkat_ronde.kamus is 'Words of the facts that the model reads, as they were';
comment on column peringkat_ronde.dibuat_pada is 'Asked for at';
comment on column peringkat_ronde.dibekukan_pada is 'Frozen at';

create table fakta_keluarga (
  kab smallint not null,
  ronde_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  kelayakan smallint,
  status_bangunan smallint,
  status_lahan smallint,
  luas_lantai integer,
  lantai smallint,
  mutu_kayu_lantai smallint,
  dinding smallint,
  kondisi_dinding smallint,
  plester_dinding smallint,
  mutu_kayu_dinding smallint,
  atap smallint,
  kondisi_atap smallint,
  jumlah_kamar smallint,
  jumlah_ruangan smallint,
  air_minum smallint,
  cara_air smallint,
  jarak_limbah smallint,
  penerangan smallint,
  daya_1 smallint,
  bahan_bakar smallint,
  fasilitas_bab smallint,
  kloset smallint,
  buang_tinja smallint,
  aset_gas smallint,
  aset_kulkas smallint,
  aset_ac smallint,
  aset_pemanas smallint,
  aset_telepon smallint,
  aset_tv smallint,
  aset_emas smallint,
  aset_komputer smallint,
  aset_motor smallint,
  aset_sepeda smallint,
  aset_mobil smallint,
  aset_perahu smallint,
  aset_motor_tempel smallint,
  aset_perahu_motor smallint,
  aset_kapal smallint,
  aset_hp smallint,
  lahan_lain smallint,
  luas_lahan_lain integer,
  rumah_lain smallint,
  sapi smallint,
  kerbau smallint,
  kuda smallint,
  babi smallint,
  kambing smallint,
  internet smallint,
  rekening smallint,
  usaha_ruta smallint,
  frekuensi_daging smallint,
  beli_pakaian smallint,
  frekuensi_makan smallint,
  mampu_berobat smallint,
  tabungan bigint,
  belanja_makanan bigint,
  belanja_lain bigint,
  tagihan_listrik bigint,
  khawatir_makan smallint,
  pendapatan_kepala bigint,
  lahan_usaha integer,
  kepala_jenis_kelamin smallint,
  kepala_umur smallint,
  kepala_status_kawin smallint,
  kepala_partisipasi_sekolah smallint,
  kepala_jenjang smallint,
  kepala_kelas smallint,
  kepala_ijazah smallint,
  kepala_bekerja smallint,
  kepala_jam_kerja smallint,
  kepala_mampu_bekerja smallint,
  kepala_lapangan_usaha smallint,
  kepala_status_pekerjaan smallint,
  jumlah_anggota smallint,
  jumlah_anggota_ruta smallint,
  jumlah_balita smallint,
  jumlah_anak smallint,
  jumlah_usia_sekolah smallint,
  jumlah_masih_sekolah smallint,
  jumlah_usia_kerja smallint,
  jumlah_lansia smallint,
  jumlah_disabilitas smallint,
  jumlah_sakit_kronis smallint,
  jumlah_hamil smallint,
  jumlah_bekerja smallint,
  jumlah_tanggungan smallint,
  luas_per_orang integer
) partition by list (ronde_id);
-- Written village by village and read one family at a time with its village: block ranges are enough.
create index fakta_keluarga_wilayah on fakta_keluarga using brin (wilayah) with (pages_per_range = 32);
call lindungi_wilayah('fakta_keluarga', 'select', 'select, insert');
comment on table fakta_keluarga is 'Facts of each family in one flat row, derived for a ranking and frozen with it (distributed by kab; one partition per ranking, append-only)';
comment on column fakta_keluarga.kab is 'Partition';
comment on column fakta_keluarga.ronde_id is 'Ranking; its reference day is the day of ages and eligibility';
comment on column fakta_keluarga.keluarga_id is 'Family';
comment on column fakta_keluarga.wilayah is 'Village';
comment on column fakta_keluarga.rt is 'Rukun tetangga';
comment on column fakta_keluarga.kelayakan is 'Status kelayakan – Status of eligibility';
comment on column fakta_keluarga.status_bangunan is 'Status kepemilikan bangunan – Ownership of the building';
comment on column fakta_keluarga.status_lahan is 'Status lahan tempat tinggal – Status of the land under the house';
comment on column fakta_keluarga.luas_lantai is 'Luas lantai – Floor area';
comment on column fakta_keluarga.lantai is 'Jenis lantai terluas – Main floor material';
comment on column fakta_keluarga.mutu_kayu_lantai is 'Mutu kayu lantai – Quality of the wooden floor';
comment on column fakta_keluarga.dinding is 'Jenis dinding terluas – Main wall material';
comment on column fakta_keluarga.kondisi_dinding is 'Kondisi dinding – Condition of the walls';
comment on column fakta_keluarga.plester_dinding is 'Dinding tembok diplester – Brick wall is plastered';
comment on column fakta_keluarga.mutu_kayu_dinding is 'Mutu kayu dinding – Quality of the wooden wall';
comment on column fakta_keluarga.atap is 'Jenis atap terluas – Main roof material';
comment on column fakta_keluarga.kondisi_atap is 'Kondisi atap – Condition of the roof';
comment on column fakta_keluarga.jumlah_kamar is 'Jumlah kamar tidur – Number of bedrooms';
comment on column fakta_keluarga.jumlah_ruangan is 'Jumlah ruangan yang ditempati – Number of rooms lived in';
comment on column fakta_keluarga.air_minum is 'Sumber air minum utama – Main source of drinking water';
comment on column fakta_keluarga.cara_air is 'Cara memperoleh air minum – Way of getting drinking water';
comment on column fakta_keluarga.jarak_limbah is 'Jarak sumber air ke penampungan limbah – Distance from water source to waste';
comment on column fakta_keluarga.penerangan is 'Sumber penerangan utama – Main source of lighting';
comment on column fakta_keluarga.daya_1 is 'Daya terpasang meteran 1 – Installed power of meter 1';
comment on column fakta_keluarga.bahan_bakar is 'Bahan bakar memasak utama – Main cooking fuel';
comment on column fakta_keluarga.fasilitas_bab is 'Fasilitas buang air besar – Toilet facility';
comment on column fakta_keluarga.kloset is 'Jenis kloset – Kind of toilet';
comment on column fakta_keluarga.buang_tinja is 'Tempat pembuangan akhir tinja – Final disposal of faeces';
comment on column fakta_keluarga.aset_gas is 'Tabung gas 5 – Gas cylinder of 5.5 kg or more';
comment on column fakta_keluarga.aset_kulkas is 'Lemari es – Refrigerator';
comment on column fakta_keluarga.aset_ac is 'Pendingin udara (AC) – Air conditioner';
comment on column fakta_keluarga.aset_pemanas is 'Pemanas air – Water heater';
comment on column fakta_keluarga.aset_telepon is 'Telepon rumah (PSTN) – Fixed-line telephone';
comment on column fakta_keluarga.aset_tv is 'Televisi layar datar minimal 30 inci – Flat-screen television of 30 inches or more';
comment on column fakta_keluarga.aset_emas is 'Emas atau perhiasan minimal 10 gram – Gold or jewellery of 10 g or more';
comment on column fakta_keluarga.aset_komputer is 'Komputer, laptop atau tablet – Computer, laptop or tablet';
comment on column fakta_keluarga.aset_motor is 'Sepeda motor – Motorcycle';
comment on column fakta_keluarga.aset_sepeda is 'Sepeda – Bicycle';
comment on column fakta_keluarga.aset_mobil is 'Mobil – Car';
comment on column fakta_keluarga.aset_perahu is 'Perahu tanpa motor – Boat without a motor';
comment on column fakta_keluarga.aset_motor_tempel is 'Motor tempel – Outboard motor';
comment on column fakta_keluarga.aset_perahu_motor is 'Perahu motor – Motor boat';
comment on column fakta_keluarga.aset_kapal is 'Kapal atau perahu motor – Ship or motor boat';
comment on column fakta_keluarga.aset_hp is 'Ponsel pintar – Smartphone';
comment on column fakta_keluarga.lahan_lain is 'Lahan selain yang ditempati – Land other than the home''s';
comment on column fakta_keluarga.luas_lahan_lain is 'Luas lahan lain – Area of other land';
comment on column fakta_keluarga.rumah_lain is 'Rumah di tempat lain – House elsewhere';
comment on column fakta_keluarga.sapi is 'Jumlah sapi – Number of cattle';
comment on column fakta_keluarga.kerbau is 'Jumlah kerbau – Number of buffaloes';
comment on column fakta_keluarga.kuda is 'Jumlah kuda – Number of horses';
comment on column fakta_keluarga.babi is 'Jumlah babi – Number of pigs';
comment on column fakta_keluarga.kambing is 'Jumlah kambing dan domba – Number of goats and sheep';
comment on column fakta_keluarga.internet is 'Akses internet sebulan terakhir – Internet access in the last month';
comment on column fakta_keluarga.rekening is 'Rekening aktif – Active bank account';
comment on column fakta_keluarga.usaha_ruta is 'Ada anggota rumah tangga yang punya usaha – A member of the household runs a business';
comment on column fakta_keluarga.frekuensi_daging is 'Makan daging – Meat, milk or chicken per week';
comment on column fakta_keluarga.beli_pakaian is 'Pakaian baru per orang setahun – New sets of clothes per person a year';
comment on column fakta_keluarga.frekuensi_makan is 'Frekuensi makan sehari – Meals a day';
comment on column fakta_keluarga.mampu_berobat is 'Sanggup membayar pengobatan – Can pay for treatment';
comment on column fakta_keluarga.tabungan is 'Nilai tabungan atau barang mudah dijual – Value of savings or goods easily sold';
comment on column fakta_keluarga.belanja_makanan is 'Belanja makanan sebulan – Monthly spending on food';
comment on column fakta_keluarga.belanja_lain is 'Belanja bukan makanan sebulan – Monthly spending other than food';
comment on column fakta_keluarga.tagihan_listrik is 'Tagihan listrik sebulan – Monthly electricity bill';
comment on column fakta_keluarga.khawatir_makan is 'Pernah khawatir tidak cukup makan – Worried about not having enough food';
comment on column fakta_keluarga.pendapatan_kepala is 'Pendapatan kepala per bulan – Monthly income of the head';
comment on column fakta_keluarga.lahan_usaha is 'Luas lahan usaha – Area of land worked';
comment on column fakta_keluarga.kepala_jenis_kelamin is 'Jenis kelamin kepala rumah tangga – Sex of the head of household';
comment on column fakta_keluarga.kepala_umur is 'Umur kepala rumah tangga – Age of the head of household';
comment on column fakta_keluarga.kepala_status_kawin is 'Status kawin kepala rumah tangga – Marital status of the head';
comment on column fakta_keluarga.kepala_partisipasi_sekolah is 'Partisipasi sekolah kepala rumah tangga – School attendance of the head';
comment on column fakta_keluarga.kepala_jenjang is 'Jenjang pendidikan kepala rumah tangga – Highest level attended by the head';
comment on column fakta_keluarga.kepala_kelas is 'Kelas tertinggi kepala rumah tangga – Highest grade of the head';
comment on column fakta_keluarga.kepala_ijazah is 'Ijazah tertinggi kepala rumah tangga – Highest certificate of the head';
comment on column fakta_keluarga.kepala_bekerja is 'Kepala rumah tangga bekerja – The head works';
comment on column fakta_keluarga.kepala_jam_kerja is 'Jam kerja kepala rumah tangga seminggu – Weekly hours of the head';
comment on column fakta_keluarga.kepala_mampu_bekerja is 'Kepala rumah tangga mampu bekerja – The head is able to work';
comment on column fakta_keluarga.kepala_lapangan_usaha is 'Lapangan usaha kepala rumah tangga – Industry of the head';
comment on column fakta_keluarga.kepala_status_pekerjaan is 'Kedudukan pekerjaan kepala rumah tangga – Employment status of the head';
comment on column fakta_keluarga.jumlah_anggota is 'Anggota keluarga – Members of the family';
comment on column fakta_keluarga.jumlah_anggota_ruta is 'Anggota rumah tangga – Members of the household';
comment on column fakta_keluarga.jumlah_balita is 'Anak di bawah 5 tahun – Children under 5';
comment on column fakta_keluarga.jumlah_anak is 'Anak di bawah 18 tahun – Children under 18';
comment on column fakta_keluarga.jumlah_usia_sekolah is 'Usia sekolah (7–18 tahun) – School age (7–18)';
comment on column fakta_keluarga.jumlah_masih_sekolah is 'Masih bersekolah – At school';
comment on column fakta_keluarga.jumlah_usia_kerja is 'Usia kerja (15–59 tahun) – Working age (15–59)';
comment on column fakta_keluarga.jumlah_lansia is 'Lanjut usia (60 tahun ke atas) – Elderly (60 and over)';
comment on column fakta_keluarga.jumlah_disabilitas is 'Penyandang disabilitas – People with a disability';
comment on column fakta_keluarga.jumlah_sakit_kronis is 'Berpenyakit kronis – With a chronic disease';
comment on column fakta_keluarga.jumlah_hamil is 'Sedang hamil – Pregnant';
comment on column fakta_keluarga.jumlah_bekerja is 'Bekerja – Working';
comment on column fakta_keluarga.jumlah_tanggungan is 'Tanggungan (anak, lansia, disabilitas) – Dependants (children, elderly, disabled)';
comment on column fakta_keluarga.luas_per_orang is 'Luas lantai per orang (persepuluhan m²) – Floor area per head (tenths of m²)';

create table peringkat_hasil (
  kab smallint not null,
  ronde_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  kunci bigint not null,
  kunci_terbaik bigint not null,
  kunci_terburuk bigint not null,
  poin integer not null,
  batas_bawah integer not null,
  batas_atas integer not null,
  bit_terpenuhi integer not null,
  bit_terjawab integer not null,
  peringkat_desa integer not null,
  peringkat_kecamatan integer,
  peringkat_kabkota integer,
  peringkat_provinsi integer,
  peringkat_nasional integer,
  desil smallint not null,
  persentil smallint not null,
  terpenuhi smallint,
  terjawab smallint not null,
  miskin smallint,
  kelayakan smallint not null,
  jumlah_anggota smallint,
  rt smallint,
  primary key (kab, keluarga_id, ronde_id)
) partition by list (ronde_id);
create index peringkat_hasil_urutan on peringkat_hasil (kab, kunci, keluarga_id);
create index peringkat_hasil_wilayah on peringkat_hasil using brin (wilayah);
call lindungi_wilayah('peringkat_hasil', 'select', 'select, insert');
comment on table peringkat_hasil is 'Frozen result of a ranking per family; the facts it was computed from are in fakta_keluarga (distributed by kab; one partition per ranking, append-only)';
comment on column peringkat_hasil.kab is 'Partition';
comment on column peringkat_hasil.ronde_id is 'Ranking';
comment on column peringkat_hasil.keluarga_id is 'Family';
comment on column peringkat_hasil.wilayah is 'Village';
comment on column peringkat_hasil.kunci is 'Sort key: the smallest is first; equal keys share a rank';
comment on column peringkat_hasil.kunci_terbaik is 'Sort key if every gap were answered in the way that ranks the family highest';
comment on column peringkat_hasil.kunci_terburuk is 'Sort key if every gap were answered in the way that ranks the family lowest';
comment on column peringkat_hasil.poin is 'Points: indicators met, or the sum of weights';
comment on column peringkat_hasil.batas_bawah is 'Least points that the gaps allow';
comment on column peringkat_hasil.batas_atas is 'Most points that the gaps allow';
comment on column peringkat_hasil.bit_terpenuhi is 'Which items are met: bit n-1 is item n';
comment on column peringkat_hasil.bit_terjawab is 'Which items are answered: bit n-1 is item n';
comment on column peringkat_hasil.peringkat_desa is 'Rank in the village: one more than the number strictly before';
comment on column peringkat_hasil.peringkat_kecamatan is 'Rank in the kecamatan; null when it was not ranked as a whole';
comment on column peringkat_hasil.peringkat_kabkota is 'Rank in the kab/kota; null when it was not ranked as a whole';
comment on column peringkat_hasil.peringkat_provinsi is 'Rank in the province; null when it was not ranked as a whole';
comment on column peringkat_hasil.peringkat_nasional is 'Rank in the nation; null when it was not ranked as a whole';
comment on column peringkat_hasil.desil is 'Simulated decile of the area ranked: 1 is the poorest tenth';
comment on column peringkat_hasil.persentil is 'Simulated percentile of the area ranked';
comment on column peringkat_hasil.terpenuhi is 'Indicators met; null for a model that adds points';
comment on column peringkat_hasil.terjawab is 'Items answered';
comment on column peringkat_hasil.miskin is '1 poor whatever the gaps hold, 2 the bounds straddle the poor line, 3 not poor; null for a model without line';
comment on column peringkat_hasil.rt is 'Rukun tetangga';
comment on column peringkat_hasil.kelayakan is 'Status kelayakan – Status of eligibility';
comment on column peringkat_hasil.jumlah_anggota is 'Anggota keluarga – Members of the family';

create table peringkat_rekap (
  kab smallint not null,
  ronde_id uuid not null,
  wilayah bigint not null,
  desil smallint not null,
  kelayakan smallint not null,
  miskin smallint not null,
  terpenuhi smallint not null,
  bercelah boolean not null,
  keluarga integer not null,
  primary key (kab, ronde_id, wilayah, desil, kelayakan, miskin, terpenuhi, bercelah)
);
create index peringkat_rekap_wilayah on peringkat_rekap (ronde_id, wilayah);
call lindungi_wilayah('peringkat_rekap', 'select', 'select, insert');
create policy bukan_rt on peringkat_rekap as restrictive for select to siks_app
  using (coalesce(current_setting('app.rt', true), '') = '');
comment on table peringkat_rekap is 'Families of a ranking counted per village (distributed by kab, append-only); closed to those who see only some RT';
comment on column peringkat_rekap.kab is 'Partition';
comment on column peringkat_rekap.ronde_id is 'Ranking';
comment on column peringkat_rekap.wilayah is 'Village';
comment on column peringkat_rekap.desil is 'Simulated decile';
comment on column peringkat_rekap.kelayakan is 'Status of eligibility: 1 layak, 2 belum dinilai, 3 tidak layak';
comment on column peringkat_rekap.miskin is 'As in peringkat_hasil; 0 for a model without line';
comment on column peringkat_rekap.terpenuhi is 'Indicators met; -1 for a model that adds points';
comment on column peringkat_rekap.bercelah is 'At least one item is unanswered';
comment on column peringkat_rekap.keluarga is 'Families';

-- A ranking is loaded into parts of its own without indexes, then indexed and attached. The job's
-- role may not create tables in public: these two reviewed functions are the only way.
create function peringkat_siapkan(ronde uuid) returns text
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  akhiran text := replace(ronde::text, '-', '');
  induk text;
begin
  if to_regclass('public.peringkat_hasil_' || akhiran) is not null then
    raise exception 'this ranking already has its results';
  end if;
  foreach induk in array array['fakta_keluarga', 'peringkat_hasil'] loop
    execute format('create table public.%I (like public.%I including defaults, check (ronde_id is not null and ronde_id = %L::uuid))',
      induk || '_' || akhiran, induk, ronde);
    execute format('grant select, insert on public.%I to siks_job', induk || '_' || akhiran);
  end loop;
  return 'peringkat_hasil_' || akhiran;
end $$;
comment on function peringkat_siapkan(uuid) is 'Creates the empty parts of fakta_keluarga and peringkat_hasil for one ranking and names the latter';
revoke all on function peringkat_siapkan(uuid) from public;
grant execute on function peringkat_siapkan(uuid) to siks_job;

create function peringkat_bekukan(ronde uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  induk text;
  bagian text;
begin
  foreach induk in array array['fakta_keluarga', 'peringkat_hasil'] loop
    bagian := induk || '_' || replace(ronde::text, '-', '');
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
comment on function peringkat_bekukan(uuid) is 'Indexes the loaded parts of one ranking, closes them to direct access and attaches them';
revoke all on function peringkat_bekukan(uuid) from public;
grant execute on function peringkat_bekukan(uuid) to siks_job;
