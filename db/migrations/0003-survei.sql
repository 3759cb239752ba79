-- Answers of surveys, append-only. Generated from policy/variabel: node src/server/variabel/migrasi.ts

create table survei_ruta (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  ruta_id uuid not null,
  keluarga_id uuid,
  wilayah bigint not null,
  rt smallint,
  tanggal date not null,
  sumber text not null,
  perekam uuid,
  rekaman_id uuid,
  sah boolean not null default true,
  dibuat_pada timestamptz not null default now(),
  status_bangunan smallint,
  bukti_lahan smallint,
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
  daya_2 smallint,
  daya_3 smallint,
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
  primary key (kab, id),
  foreign key (kab, ruta_id) references ruta (kab, id)
);
create index survei_ruta_terbaru on survei_ruta (kab, ruta_id, tanggal desc, id desc);
call lindungi_wilayah('survei_ruta', 'select, insert', 'select, insert');
comment on table survei_ruta is 'Answers about a household: housing, assets, services; the newest valid row is current (distributed by kab, append-only)';
comment on column survei_ruta.kab is 'Partition';
comment on column survei_ruta.id is 'Identity';
comment on column survei_ruta.ruta_id is 'Whose answers';
comment on column survei_ruta.keluarga_id is 'Family at the time';
comment on column survei_ruta.wilayah is 'Village';
comment on column survei_ruta.rt is 'Rukun tetangga';
comment on column survei_ruta.tanggal is 'Day the answers speak of';
comment on column survei_ruta.sumber is 'Where they come from: format of the file, visit, counter';
comment on column survei_ruta.perekam is 'Officer who recorded them';
comment on column survei_ruta.rekaman_id is 'Source row';
comment on column survei_ruta.sah is 'False: recorded but not valid, never current';
comment on column survei_ruta.dibuat_pada is 'Entered at';
comment on column survei_ruta.status_bangunan is 'Status kepemilikan bangunan – Ownership of the building (Regsosek 301a)';
comment on column survei_ruta.bukti_lahan is 'Bukti kepemilikan tanah – Proof of land ownership (Regsosek 301b)';
comment on column survei_ruta.status_lahan is 'Status lahan tempat tinggal – Status of the land under the house';
comment on column survei_ruta.luas_lantai is 'Luas lantai – Floor area (Regsosek 302)';
comment on column survei_ruta.lantai is 'Jenis lantai terluas – Main floor material (Regsosek 303)';
comment on column survei_ruta.mutu_kayu_lantai is 'Mutu kayu lantai – Quality of the wooden floor';
comment on column survei_ruta.dinding is 'Jenis dinding terluas – Main wall material (Regsosek 304)';
comment on column survei_ruta.kondisi_dinding is 'Kondisi dinding – Condition of the walls';
comment on column survei_ruta.plester_dinding is 'Dinding tembok diplester – Brick wall is plastered';
comment on column survei_ruta.mutu_kayu_dinding is 'Mutu kayu dinding – Quality of the wooden wall';
comment on column survei_ruta.atap is 'Jenis atap terluas – Main roof material (Regsosek 305)';
comment on column survei_ruta.kondisi_atap is 'Kondisi atap – Condition of the roof';
comment on column survei_ruta.jumlah_kamar is 'Jumlah kamar tidur – Number of bedrooms';
comment on column survei_ruta.jumlah_ruangan is 'Jumlah ruangan yang ditempati – Number of rooms lived in';
comment on column survei_ruta.air_minum is 'Sumber air minum utama – Main source of drinking water (Regsosek 306a)';
comment on column survei_ruta.cara_air is 'Cara memperoleh air minum – Way of getting drinking water';
comment on column survei_ruta.jarak_limbah is 'Jarak sumber air ke penampungan limbah – Distance from water source to waste (Regsosek 306b)';
comment on column survei_ruta.penerangan is 'Sumber penerangan utama – Main source of lighting (Regsosek 307a)';
comment on column survei_ruta.daya_1 is 'Daya terpasang meteran 1 – Installed power of meter 1 (Regsosek 307b1)';
comment on column survei_ruta.daya_2 is 'Daya terpasang meteran 2 – Installed power of meter 2 (Regsosek 307b2)';
comment on column survei_ruta.daya_3 is 'Daya terpasang meteran 3 – Installed power of meter 3 (Regsosek 307b3)';
comment on column survei_ruta.bahan_bakar is 'Bahan bakar memasak utama – Main cooking fuel (Regsosek 308)';
comment on column survei_ruta.fasilitas_bab is 'Fasilitas buang air besar – Toilet facility (Regsosek 309a)';
comment on column survei_ruta.kloset is 'Jenis kloset – Kind of toilet (Regsosek 309b)';
comment on column survei_ruta.buang_tinja is 'Tempat pembuangan akhir tinja – Final disposal of faeces (Regsosek 310)';
comment on column survei_ruta.aset_gas is 'Tabung gas 5,5 kg atau lebih – Gas cylinder of 5.5 kg or more (Regsosek 502a)';
comment on column survei_ruta.aset_kulkas is 'Lemari es – Refrigerator (Regsosek 502b)';
comment on column survei_ruta.aset_ac is 'Pendingin udara (AC) – Air conditioner (Regsosek 502c)';
comment on column survei_ruta.aset_pemanas is 'Pemanas air – Water heater (Regsosek 502d)';
comment on column survei_ruta.aset_telepon is 'Telepon rumah (PSTN) – Fixed-line telephone (Regsosek 502e)';
comment on column survei_ruta.aset_tv is 'Televisi layar datar minimal 30 inci – Flat-screen television of 30 inches or more (Regsosek 502f)';
comment on column survei_ruta.aset_emas is 'Emas atau perhiasan minimal 10 gram – Gold or jewellery of 10 g or more (Regsosek 502g)';
comment on column survei_ruta.aset_komputer is 'Komputer, laptop atau tablet – Computer, laptop or tablet (Regsosek 502h)';
comment on column survei_ruta.aset_motor is 'Sepeda motor – Motorcycle (Regsosek 502i)';
comment on column survei_ruta.aset_sepeda is 'Sepeda – Bicycle (Regsosek 502j)';
comment on column survei_ruta.aset_mobil is 'Mobil – Car (Regsosek 502k)';
comment on column survei_ruta.aset_perahu is 'Perahu tanpa motor – Boat without a motor (Regsosek 502l)';
comment on column survei_ruta.aset_motor_tempel is 'Motor tempel – Outboard motor';
comment on column survei_ruta.aset_perahu_motor is 'Perahu motor – Motor boat';
comment on column survei_ruta.aset_kapal is 'Kapal atau perahu motor – Ship or motor boat (Regsosek 502m)';
comment on column survei_ruta.aset_hp is 'Ponsel pintar – Smartphone (Regsosek 502n)';
comment on column survei_ruta.lahan_lain is 'Lahan selain yang ditempati – Land other than the home''s (Regsosek 503a)';
comment on column survei_ruta.luas_lahan_lain is 'Luas lahan lain – Area of other land';
comment on column survei_ruta.rumah_lain is 'Rumah di tempat lain – House elsewhere (Regsosek 503b)';
comment on column survei_ruta.sapi is 'Jumlah sapi – Number of cattle (Regsosek 504a)';
comment on column survei_ruta.kerbau is 'Jumlah kerbau – Number of buffaloes (Regsosek 504b)';
comment on column survei_ruta.kuda is 'Jumlah kuda – Number of horses (Regsosek 504c)';
comment on column survei_ruta.babi is 'Jumlah babi – Number of pigs (Regsosek 504d)';
comment on column survei_ruta.kambing is 'Jumlah kambing dan domba – Number of goats and sheep (Regsosek 504e)';
comment on column survei_ruta.internet is 'Akses internet sebulan terakhir – Internet access in the last month (Regsosek 505)';
comment on column survei_ruta.rekening is 'Rekening aktif – Active bank account (Regsosek 506)';
comment on column survei_ruta.usaha_ruta is 'Ada anggota rumah tangga yang punya usaha – A member of the household runs a business';

create table survei_keluarga (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  tanggal date not null,
  sumber text not null,
  perekam uuid,
  rekaman_id uuid,
  sah boolean not null default true,
  dibuat_pada timestamptz not null default now(),
  kode_kk smallint,
  hasil_pendataan smallint,
  frekuensi_daging smallint,
  beli_pakaian smallint,
  frekuensi_makan smallint,
  mampu_berobat smallint,
  tabungan bigint,
  pendapatan_kepala bigint,
  lahan_usaha integer,
  belanja_makanan bigint,
  belanja_lain bigint,
  tagihan_listrik bigint,
  khawatir_makan smallint,
  intervensi smallint,
  terima_bpnt smallint,
  terima_bpnt_bulan smallint,
  terima_bpnt_tahun smallint,
  terima_pkh smallint,
  terima_pkh_bulan smallint,
  terima_pkh_tahun smallint,
  terima_blt_dd smallint,
  terima_blt_dd_bulan smallint,
  terima_blt_dd_tahun smallint,
  terima_subsidi_listrik smallint,
  terima_subsidi_listrik_bulan smallint,
  terima_subsidi_listrik_tahun smallint,
  terima_bantuan_pemda smallint,
  terima_bantuan_pemda_bulan smallint,
  terima_bantuan_pemda_tahun smallint,
  terima_subsidi_pupuk smallint,
  terima_subsidi_pupuk_bulan smallint,
  terima_subsidi_pupuk_tahun smallint,
  terima_subsidi_lpg smallint,
  terima_subsidi_lpg_bulan smallint,
  terima_subsidi_lpg_tahun smallint,
  terima_rastra smallint,
  terima_kks smallint,
  terima_kip smallint,
  terima_kis smallint,
  terima_bpjs_mandiri smallint,
  terima_jamsostek smallint,
  terima_asuransi_lain smallint,
  terima_kur smallint,
  primary key (kab, id),
  foreign key (kab, keluarga_id) references keluarga (kab, id)
);
create index survei_keluarga_terbaru on survei_keluarga (kab, keluarga_id, tanggal desc, id desc);
call lindungi_wilayah('survei_keluarga', 'select, insert', 'select, insert');
comment on table survei_keluarga is 'Answers about a family: circumstances, programmes; the newest valid row is current (distributed by kab, append-only)';
comment on column survei_keluarga.kab is 'Partition';
comment on column survei_keluarga.id is 'Identity';
comment on column survei_keluarga.keluarga_id is 'Whose answers';
comment on column survei_keluarga.wilayah is 'Village';
comment on column survei_keluarga.rt is 'Rukun tetangga';
comment on column survei_keluarga.tanggal is 'Day the answers speak of';
comment on column survei_keluarga.sumber is 'Where they come from: format of the file, visit, counter';
comment on column survei_keluarga.perekam is 'Officer who recorded them';
comment on column survei_keluarga.rekaman_id is 'Source row';
comment on column survei_keluarga.sah is 'False: recorded but not valid, never current';
comment on column survei_keluarga.dibuat_pada is 'Entered at';
comment on column survei_keluarga.kode_kk is 'Kesesuaian dengan Kartu Keluarga – Agreement with the family card (Regsosek 115)';
comment on column survei_keluarga.hasil_pendataan is 'Hasil pendataan – Result of the visit (Regsosek 205)';
comment on column survei_keluarga.frekuensi_daging is 'Makan daging – Meat, milk or chicken per week';
comment on column survei_keluarga.beli_pakaian is 'Pakaian baru per orang setahun – New sets of clothes per person a year';
comment on column survei_keluarga.frekuensi_makan is 'Frekuensi makan sehari – Meals a day';
comment on column survei_keluarga.mampu_berobat is 'Sanggup membayar pengobatan – Can pay for treatment';
comment on column survei_keluarga.tabungan is 'Nilai tabungan atau barang mudah dijual – Value of savings or goods easily sold';
comment on column survei_keluarga.pendapatan_kepala is 'Pendapatan kepala per bulan – Monthly income of the head';
comment on column survei_keluarga.lahan_usaha is 'Luas lahan usaha – Area of land worked';
comment on column survei_keluarga.belanja_makanan is 'Belanja makanan sebulan – Monthly spending on food';
comment on column survei_keluarga.belanja_lain is 'Belanja bukan makanan sebulan – Monthly spending other than food';
comment on column survei_keluarga.tagihan_listrik is 'Tagihan listrik sebulan – Monthly electricity bill';
comment on column survei_keluarga.khawatir_makan is 'Pernah khawatir tidak cukup makan – Worried about not having enough food';
comment on column survei_keluarga.intervensi is 'Intervensi yang dibutuhkan – Intervention needed';
comment on column survei_keluarga.terima_bpnt is 'Menerima Sembako/BPNT – Receives food aid (Sembako/BPNT) (Regsosek 501a)';
comment on column survei_keluarga.terima_bpnt_bulan is 'Bulan terakhir menerima Sembako/BPNT – Last month of food aid (Sembako/BPNT) (Regsosek 501a-bulan)';
comment on column survei_keluarga.terima_bpnt_tahun is 'Tahun terakhir menerima Sembako/BPNT – Last year of food aid (Sembako/BPNT) (Regsosek 501a-tahun)';
comment on column survei_keluarga.terima_pkh is 'Menerima PKH – Receives conditional cash transfer (PKH) (Regsosek 501b)';
comment on column survei_keluarga.terima_pkh_bulan is 'Bulan terakhir menerima PKH – Last month of conditional cash transfer (PKH) (Regsosek 501b-bulan)';
comment on column survei_keluarga.terima_pkh_tahun is 'Tahun terakhir menerima PKH – Last year of conditional cash transfer (PKH) (Regsosek 501b-tahun)';
comment on column survei_keluarga.terima_blt_dd is 'Menerima BLT Dana Desa – Receives village fund cash aid (BLT-DD) (Regsosek 501c)';
comment on column survei_keluarga.terima_blt_dd_bulan is 'Bulan terakhir menerima BLT Dana Desa – Last month of village fund cash aid (BLT-DD) (Regsosek 501c-bulan)';
comment on column survei_keluarga.terima_blt_dd_tahun is 'Tahun terakhir menerima BLT Dana Desa – Last year of village fund cash aid (BLT-DD) (Regsosek 501c-tahun)';
comment on column survei_keluarga.terima_subsidi_listrik is 'Menerima subsidi listrik – Receives electricity subsidy (Regsosek 501d)';
comment on column survei_keluarga.terima_subsidi_listrik_bulan is 'Bulan terakhir menerima subsidi listrik – Last month of electricity subsidy (Regsosek 501d-bulan)';
comment on column survei_keluarga.terima_subsidi_listrik_tahun is 'Tahun terakhir menerima subsidi listrik – Last year of electricity subsidy (Regsosek 501d-tahun)';
comment on column survei_keluarga.terima_bantuan_pemda is 'Menerima bantuan pemerintah daerah – Receives aid of the local government (Regsosek 501e)';
comment on column survei_keluarga.terima_bantuan_pemda_bulan is 'Bulan terakhir menerima bantuan pemerintah daerah – Last month of aid of the local government (Regsosek 501e-bulan)';
comment on column survei_keluarga.terima_bantuan_pemda_tahun is 'Tahun terakhir menerima bantuan pemerintah daerah – Last year of aid of the local government (Regsosek 501e-tahun)';
comment on column survei_keluarga.terima_subsidi_pupuk is 'Menerima subsidi pupuk – Receives fertiliser subsidy (Regsosek 501f)';
comment on column survei_keluarga.terima_subsidi_pupuk_bulan is 'Bulan terakhir menerima subsidi pupuk – Last month of fertiliser subsidy (Regsosek 501f-bulan)';
comment on column survei_keluarga.terima_subsidi_pupuk_tahun is 'Tahun terakhir menerima subsidi pupuk – Last year of fertiliser subsidy (Regsosek 501f-tahun)';
comment on column survei_keluarga.terima_subsidi_lpg is 'Menerima subsidi LPG – Receives LPG subsidy (Regsosek 501g)';
comment on column survei_keluarga.terima_subsidi_lpg_bulan is 'Bulan terakhir menerima subsidi LPG – Last month of LPG subsidy (Regsosek 501g-bulan)';
comment on column survei_keluarga.terima_subsidi_lpg_tahun is 'Tahun terakhir menerima subsidi LPG – Last year of LPG subsidy (Regsosek 501g-tahun)';
comment on column survei_keluarga.terima_rastra is 'Menerima Rastra – Receives rice for the poor (Rastra)';
comment on column survei_keluarga.terima_kks is 'Menerima KKS – Receives family welfare card (KKS)';
comment on column survei_keluarga.terima_kip is 'Menerima KIP – Receives smart Indonesia card (KIP)';
comment on column survei_keluarga.terima_kis is 'Menerima KIS/BPJS PBI – Receives health card paid by the state (KIS/PBI)';
comment on column survei_keluarga.terima_bpjs_mandiri is 'Menerima BPJS Kesehatan mandiri – Receives self-paid health insurance (BPJS)';
comment on column survei_keluarga.terima_jamsostek is 'Menerima Jamsostek/BPJS Ketenagakerjaan – Receives employment insurance (Jamsostek)';
comment on column survei_keluarga.terima_asuransi_lain is 'Menerima asuransi kesehatan lain – Receives other health insurance';
comment on column survei_keluarga.terima_kur is 'Menerima Kredit Usaha Rakyat – Receives people business credit (KUR)';

create table survei_individu (
  kab smallint not null,
  id uuid not null default uuidv7_siks(),
  individu_id uuid not null,
  keluarga_id uuid not null,
  wilayah bigint not null,
  rt smallint,
  tanggal date not null,
  sumber text not null,
  perekam uuid,
  rekaman_id uuid,
  sah boolean not null default true,
  dibuat_pada timestamptz not null default now(),
  keberadaan smallint,
  status_kawin smallint,
  akta_nikah smallint,
  tercantum_kk smallint,
  hamil smallint,
  menyusui smallint,
  kartu_identitas smallint,
  partisipasi_sekolah smallint,
  jenjang smallint,
  kelas smallint,
  ijazah smallint,
  bekerja smallint,
  jam_kerja smallint,
  mampu_bekerja smallint,
  lapangan_usaha smallint,
  status_pekerjaan smallint,
  npwp smallint,
  punya_usaha smallint,
  jumlah_usaha smallint,
  lapangan_usaha_sendiri smallint,
  pekerja_dibayar smallint,
  pekerja_tidak_dibayar smallint,
  izin_usaha smallint,
  omzet_usaha smallint,
  internet_usaha smallint,
  gizi_anak smallint,
  sulit_melihat smallint,
  sulit_mendengar smallint,
  sulit_berjalan smallint,
  sulit_tangan smallint,
  sulit_belajar smallint,
  sulit_perilaku smallint,
  sulit_bicara smallint,
  sulit_urus_diri smallint,
  sulit_ingat smallint,
  sering_sedih smallint,
  pengasuh smallint,
  jenis_cacat smallint,
  penyakit_kronis smallint,
  jaminan_kesehatan smallint,
  ikut_prakerja smallint,
  ikut_kur smallint,
  ikut_umi smallint,
  terima_pip smallint,
  jaminan_kerja smallint,
  primary key (kab, id),
  foreign key (kab, individu_id) references individu (kab, id)
);
create index survei_individu_terbaru on survei_individu (kab, individu_id, tanggal desc, id desc);
call lindungi_wilayah('survei_individu', 'select, insert', 'select, insert');
comment on table survei_individu is 'Answers about a person: schooling, work, health; the newest valid row is current (distributed by kab, append-only)';
comment on column survei_individu.kab is 'Partition';
comment on column survei_individu.id is 'Identity';
comment on column survei_individu.individu_id is 'Whose answers';
comment on column survei_individu.keluarga_id is 'Family at the time';
comment on column survei_individu.wilayah is 'Village';
comment on column survei_individu.rt is 'Rukun tetangga';
comment on column survei_individu.tanggal is 'Day the answers speak of';
comment on column survei_individu.sumber is 'Where they come from: format of the file, visit, counter';
comment on column survei_individu.perekam is 'Officer who recorded them';
comment on column survei_individu.rekaman_id is 'Source row';
comment on column survei_individu.sah is 'False: recorded but not valid, never current';
comment on column survei_individu.dibuat_pada is 'Entered at';
comment on column survei_individu.keberadaan is 'Keberadaan anggota – Presence of the member (Regsosek 404)';
comment on column survei_individu.status_kawin is 'Status perkawinan – Marital status (Regsosek 408)';
comment on column survei_individu.akta_nikah is 'Akta atau buku nikah/cerai – Marriage or divorce certificate';
comment on column survei_individu.tercantum_kk is 'Tercantum dalam Kartu Keluarga – Listed on the family card';
comment on column survei_individu.hamil is 'Sedang hamil – Pregnant (Regsosek 410)';
comment on column survei_individu.menyusui is 'Sedang menyusui – Nursing';
comment on column survei_individu.kartu_identitas is 'Kartu identitas yang dimiliki – Identity documents held (Regsosek 411)';
comment on column survei_individu.partisipasi_sekolah is 'Partisipasi sekolah – School attendance (Regsosek 412)';
comment on column survei_individu.jenjang is 'Jenjang pendidikan tertinggi – Highest level attended (Regsosek 413)';
comment on column survei_individu.kelas is 'Kelas tertinggi – Highest grade (Regsosek 414)';
comment on column survei_individu.ijazah is 'Ijazah tertinggi – Highest certificate (Regsosek 415)';
comment on column survei_individu.bekerja is 'Bekerja seminggu terakhir – Worked in the last week (Regsosek 416a)';
comment on column survei_individu.jam_kerja is 'Jam kerja seminggu – Hours worked in the week (Regsosek 416b)';
comment on column survei_individu.mampu_bekerja is 'Mampu bekerja – Able to work';
comment on column survei_individu.lapangan_usaha is 'Lapangan usaha pekerjaan utama – Industry of the main job (Regsosek 417)';
comment on column survei_individu.status_pekerjaan is 'Kedudukan dalam pekerjaan utama – Status in the main job (Regsosek 418)';
comment on column survei_individu.npwp is 'Kepemilikan NPWP – Tax number (Regsosek 419)';
comment on column survei_individu.punya_usaha is 'Memiliki usaha sendiri – Owns a business (Regsosek 420a)';
comment on column survei_individu.jumlah_usaha is 'Jumlah usaha – Number of businesses (Regsosek 420b)';
comment on column survei_individu.lapangan_usaha_sendiri is 'Lapangan usaha dari usaha utama – Industry of the main business (Regsosek 421)';
comment on column survei_individu.pekerja_dibayar is 'Jumlah pekerja dibayar – Number of paid workers (Regsosek 422)';
comment on column survei_individu.pekerja_tidak_dibayar is 'Jumlah pekerja tidak dibayar – Number of unpaid workers (Regsosek 423)';
comment on column survei_individu.izin_usaha is 'Izin usaha – Business licence (Regsosek 424)';
comment on column survei_individu.omzet_usaha is 'Omzet usaha per bulan – Monthly turnover of the business (Regsosek 425)';
comment on column survei_individu.internet_usaha is 'Penggunaan internet untuk usaha – Internet used for the business (Regsosek 426)';
comment on column survei_individu.gizi_anak is 'Catatan gizi anak – Nutrition record of the child (Regsosek 427)';
comment on column survei_individu.sulit_melihat is 'Kesulitan melihat – Difficulty seeing (Regsosek 428a)';
comment on column survei_individu.sulit_mendengar is 'Kesulitan mendengar – Difficulty hearing (Regsosek 428b)';
comment on column survei_individu.sulit_berjalan is 'Kesulitan berjalan atau naik tangga – Difficulty walking or climbing stairs (Regsosek 428c)';
comment on column survei_individu.sulit_tangan is 'Kesulitan menggerakkan tangan atau jari – Difficulty using hands or fingers (Regsosek 428d)';
comment on column survei_individu.sulit_belajar is 'Kesulitan belajar atau kemampuan intelektual – Difficulty learning or intellectual (Regsosek 428e)';
comment on column survei_individu.sulit_perilaku is 'Kesulitan mengendalikan perilaku – Difficulty controlling behaviour (Regsosek 428f)';
comment on column survei_individu.sulit_bicara is 'Kesulitan berbicara atau berkomunikasi – Difficulty speaking or communicating (Regsosek 428g)';
comment on column survei_individu.sulit_urus_diri is 'Kesulitan mengurus diri sendiri – Difficulty with self-care (Regsosek 428h)';
comment on column survei_individu.sulit_ingat is 'Kesulitan mengingat atau berkonsentrasi – Difficulty remembering or concentrating (Regsosek 428i)';
comment on column survei_individu.sering_sedih is 'Frekuensi sedih atau depresi – How often sad or depressed (Regsosek 428j)';
comment on column survei_individu.pengasuh is 'Ada yang merawat – Has a caregiver (Regsosek 429)';
comment on column survei_individu.jenis_cacat is 'Jenis cacat (PBDT 2015) – Kind of disability (PBDT 2015)';
comment on column survei_individu.penyakit_kronis is 'Penyakit kronis – Chronic disease (Regsosek 430)';
comment on column survei_individu.jaminan_kesehatan is 'Jaminan kesehatan – Health insurance (Regsosek 431a)';
comment on column survei_individu.ikut_prakerja is 'Peserta Kartu Prakerja – Takes part in Prakerja (Regsosek 431b)';
comment on column survei_individu.ikut_kur is 'Penerima KUR – Holds people''s business credit (KUR) (Regsosek 431c)';
comment on column survei_individu.ikut_umi is 'Penerima pembiayaan Ultra Mikro – Holds ultra-micro credit (UMi) (Regsosek 431d)';
comment on column survei_individu.terima_pip is 'Penerima Program Indonesia Pintar – Receives the school aid PIP (Regsosek 431e)';
comment on column survei_individu.jaminan_kerja is 'Jaminan ketenagakerjaan – Employment insurance (Regsosek 431f)';
