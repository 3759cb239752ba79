/** Pools of Indonesian names by culture; invented combinations are made of them in nama.ts. */
const kata = (teks: string): readonly string[] => teks.trim().split(/\s+/)

export type Budaya =
  | 'jawa'
  | 'sunda'
  | 'madura'
  | 'bugis'
  | 'mandar'
  | 'toraja'
  | 'banjar'
  | 'kutai'
  | 'dayak'
  | 'batak'
  | 'minang'
  | 'melayu'
  | 'bali'
  | 'tionghoa'
  | 'papua'
  | 'timor'

/** Given names of one culture; `marga` is inherited from the father, the rest is free. */
export type Kumpulan = {
  readonly pria: readonly string[]
  readonly wanita: readonly string[]
  /** Second names, both sexes when one list is empty. */
  readonly akhirPria: readonly string[]
  readonly akhirWanita: readonly string[]
  readonly marga: readonly string[]
  /** Whether the children of today bear the names of `modern`. */
  readonly muslim: boolean
}

export const jawaSuku = {
  depanPria: kata(
    'SU HAR WAR SAR WI PRI DAR KUS MAR NGAD PAR SIS SUM TUM PUR JO WAH KAS MUL BAM RUS TAR SUL SUD SUK SUP SUT SUY GI PON KAR',
  ),
  belakangPria: kata(
    'YONO MANTO TONO NO DI WANTO NARYO GENG MAN YADI JO TRISNO MADI KIR SONO DIYO ANTO IYONO ADI WOTO',
  ),
  depanWanita: kata(
    'SU SRI MAR WAR SAR TU PAR KAS RUS SUM PON NGAT LAS MUR YAT WAG SUL SUK SUP TUM DAR KAR',
  ),
  belakangWanita: kata(
    'TI YATI INI IYEM INAH MI SIH TINI WATI YANTI NEM LASTRI JILAH MINI YEM TIYAH',
  ),
} as const

export const modern = {
  pria: kata(`MUHAMMAD AHMAD RIZKY DIMAS ADITYA FAJAR ILHAM BAGAS RAFI DAFFA FAUZAN GILANG ARYA REZA
    YUSUF IBRAHIM FARHAN HAFIZ NAUFAL ALIF RAKA ZAKI IRFAN IQBAL FIKRI AKBAR ANDIKA BAYU DENI EKO FERI
    GALIH HENDRA INDRA JEFRI KEVIN LUTHFI MAULANA NANDA OKI PANJI RENDI SATRIA TEGUH WAHYU YOGA ZIDAN
    ABDUL RIDHO SYAHRUL ARDIANSYAH FIRMAN HASAN HUSEIN ISMAIL KHAIRUL RAIHAN`),
  wanita:
    kata(`SITI NUR PUTRI AISYAH DEWI NABILA SALSABILA ANISA FITRI INDAH INTAN RATNA RINA SARI TIARA
    ULFA VINA WULAN YUNI ZAHRA AMELIA BUNGA CITRA DINDA ELSA FARAH GITA HANI IKA JIHAN KARTIKA LAILA MAYA
    NADIA OKTAVIA PUTU RANI SYIFA TASYA UMI VIRA WIDYA YULIA ZULFA RAHMA KHADIJAH HAFSAH NAYLA KEISHA
    ALYA AURA CAHAYA MELATI MUTIARA`),
  akhirPria:
    kata(`PRATAMA SAPUTRA RAMADHAN HIDAYAT MAULANA KURNIAWAN SETIAWAN NUGROHO WIJAYA PERDANA
    SYAHPUTRA FIRMANSYAH PUTRA HAKIM RAHMAN ALAMSYAH FADILLAH ANUGRAH PRASETYO WIBOWO GUNAWAN SUSANTO
    ARIFIN ANSHARI YUSUF HAMZAH KARIM FAHREZI AL-FATIH ABDILLAH NASRULLAH FIRDAUS BAHARI SAMUDRA ARDANA`),
  akhirWanita:
    kata(`RAHMAWATI LESTARI ANGGRAINI WULANDARI PUSPITASARI RAMADHANI SAFITRI MAHARANI AULIA
    HANDAYANI PERMATASARI AZZAHRA KHAIRUNNISA HASANAH FADILAH MAULIDA OKTAVIANI SEPTIANI NURHALIZA
    APRILIA JANNAH SALSABILA UTAMI NOVITASARI RAHAYU KUSUMA HIDAYAH PRATIWI ZAHIRA SYAKIRA MELATI FEBRIANTI`),
} as const

export const kumpulan: Readonly<Record<Budaya, Kumpulan>> = {
  jawa: {
    pria: kata(
      'AGUS BUDI BAMBANG JOKO SLAMET TEGUH WAGIMAN PAIJO KATIJAN TUKIMAN NGADIMIN SARJU PONIMIN KASMIN RAHMAT EDI DWI TRI CATUR WAHYUDI',
    ),
    wanita: kata(
      'SRI SITI NGATINAH WAGIYEM TUKIYEM ENDANG RETNO LILIK PONIYEM KASINEM MUJIATI SUPATMI JUMINTEN ROHANI DWI TRI ENI YAYUK',
    ),
    akhirPria: kata(
      'SANTOSO WIDODO HARTONO PURNOMO RAHARJO UTOMO BASUKI SISWANTO PRAYITNO MULYONO',
    ),
    akhirWanita: kata(
      'WAHYUNI RAHAYU SULASTRI HARTATI NINGSIH MULYANI SUSILOWATI HANDAYANI ASTUTI KUSTINI',
    ),
    marga: [],
    muslim: true,
  },
  sunda: {
    pria: kata(
      'ASEP DADANG UJANG CECEP DEDE ENDANG IWAN JAJANG KOSASIH MAMAN NANANG ODIH RUKMANA TATANG WAWAN YAYAN AJAT ENJANG ENCEP',
    ),
    wanita: kata(
      'EUIS NENENG IMAS CUCU ELIS IIS KOKOM LILIS MIMIN NINING ODAH POPON RATNA TITIN YOYOH ENOK EROS AISAH',
    ),
    akhirPria: kata(
      'SUPRIATNA HERMAWAN SUTISNA GUNAWAN SURYANA KUSNADI HIDAYAT RUHIYAT SOMANTRI WIRAWAN',
    ),
    akhirWanita: kata(
      'KURNIASIH ROHAETI NURHAYATI KARTINI SUMIATI ROSTIKA MARYATI RUKMINI SUTARSIH',
    ),
    marga: [],
    muslim: true,
  },
  madura: {
    pria: kata(
      'MOHAMMAD MATTALI SAHRI MASRUKI HOLIL HOSNAN MISNADIN TAUFIK SAMSURI BUHARI NASIR MARSUKI SAFII JUMAHRI RASIDI MATNASIR BUSIRI FAUSI HASBULLAH',
    ),
    wanita: kata(
      'SITI HALIMAH MISNATI SUMIYATI HOSNIYAH MARYAMAH JUMAATI BUNIRA RUMSIAH SALAMA MASTURA HAMIDEH RUKAYAH SUHARTATIK NASIYAH',
    ),
    akhirPria: kata('HOLIK ROHMAN WAHID MUIN SALEH BASIR HAMID FADOL ARIFIN RAHBINI'),
    akhirWanita: kata('HASANAH AISYAH ROHMAH MUNAWAROH FATIMAH KHOTIMAH MAISAROH JAMILAH'),
    marga: [],
    muslim: true,
  },
  bugis: {
    pria: kata(
      'AMBO BASO BECCE LAWI LANTARA BASRI HAMZAH SYAMSUDDIN MUHTAR NURDIN ARIFIN RUSTAM SYARIFUDDIN HASANUDDIN ABDULLAH BAHARUDDIN KAHARUDDIN JUMADIL SAPPE LACONG LADJU LAOPE PALLAWA SUDIRMAN TAHIR YUSUF USMAN IDRIS JAFAR MANSYUR',
    ),
    wanita: kata(
      'BESSE INDO ROSMINI HASNAH NURAENI HASMAWATI ROSDIANA JUMRIAH SALMA NURHAYATI MARWAH ISAH ITANG BECCE CAYA HALIJAH MARDIANA MURNIATI SITTI NURSIAH RAMLAH DARMAWATI SURIANI HADERIAH',
    ),
    akhirPria: kata(
      'TANG UPE TAHIR HAKIM RAHIM LAKKA MALLA PASSENGERENG SAMAD LATIF SALEH DAENG-MASSIKKI PALALOI MAPPA TOLLENG',
    ),
    akhirWanita: kata('TANG UPE RAHIM LATIF SALEH TENRI BUNGA-ROSI INDAR DAHLIA'),
    marga: [],
    muslim: true,
  },
  mandar: {
    pria: kata(
      'KAMARUDDIN HASBI SUPARDI ABDUL-MALIK NASRUDDIN JALALUDDIN RAMLI PUA-LAKKA MUSTAFA ZAINUDDIN TASMIN HARUNA',
    ),
    wanita: kata(
      'HASNIAH NURLINA RAHMATIA SUNIATI HAPSA KADARIAH MARIA-ULFA NASRIAH ROSMINA CICCI SALAMIAH',
    ),
    akhirPria: kata('LATIF TAJUDDIN RASYID MALIK PASO SALASA'),
    akhirWanita: kata('LATIF RASYID MALIK SALASA JALIL'),
    marga: [],
    muslim: true,
  },
  toraja: {
    pria: kata(
      'YOHANIS PETRUS DANIEL MARTHEN SIMON LUKAS THOMAS YUNUS MATIUS ELIAS ALFRIDUS MARKUS BENYAMIN',
    ),
    wanita: kata(
      'MARIA YULIANA DEBORA RUTH MARTHA ESTER DORCE AGUSTINA LINCE ALFRIDA SELFINA HERMIN YOSPINA',
    ),
    akhirPria: [],
    akhirWanita: [],
    marga: kata(
      'PASANDA RANTETANA TANDILINTIN PALIMBONG SAMBOLANGI TANGKELANGI BATARA LEMBANG TODING ALLOLINGGI PONGSAPAN MANGIRI PATANDIANAN',
    ),
    muslim: false,
  },
  banjar: {
    pria: kata(
      'SYAHRANI ARDIANSYAH MASRANI HAMDANI RUSLI JURAINI SARKANI BAHRANI ASRANI JUMBRI SABRANSYAH UTUH AMRULLAH MURJANI NORMANSYAH FAHRURRAJI RAHMADI ANANG GAZALI TAUFIQURRAHMAN',
    ),
    wanita: kata(
      'ARBAINAH MASNIAH RUSMINI HALIDAH NORHAYATI GALUH JURIAH FATIMAH SALASIAH BAINAH NORJANAH RAHMIATI ALUH MASTURA HAMIDAH ASIAH SAMSIAH',
    ),
    akhirPria: kata('NOOR RAHMAN EFENDI ANSYARI FAHMI HALIDI YAMANI SYAUKANI'),
    akhirWanita: kata('NOOR HAYATI AULIA RAHMAH JANNAH LATIFAH'),
    marga: [],
    muslim: true,
  },
  kutai: {
    pria: kata(
      'AWANG AJI ENCEK SABRAN DARMAN ASMURI HIDAYATSYAH AMINUDDIN KUSASI RAMLAN SAPRI JOHANSYAH MULUK DARMANSYAH BADRUN ARIPIN',
    ),
    wanita: kata(
      'DAYANG AJI ENCEK NORAINI ASNAH MARIATUL KAMARIAH RUKIAH SAPIAH JAMIAH AISYAH NURLELA HAJRAH MASRIAH',
    ),
    akhirPria: kata('SALEHUDDIN PANGERAN ISKANDAR HASYIM RAHMAT FIRMANSYAH SULAIMAN MUSTARI'),
    akhirWanita: kata('HERLINA KESUMA RAIHANAH SURYANI PUSPA HASYIM'),
    marga: [],
    muslim: true,
  },
  dayak: {
    pria: kata('LAWING NGAU JALUNG IMANG PETRUS LENCAU DANI BILUNG LIANG HIBAU SILAS YAKUB'),
    wanita: kata('DEVUNG BULAN PEBUA LING UREY MARIA PASKALINA BUAQ HENDRIKA LAHAI TIPUNG'),
    akhirPria: [],
    akhirWanita: [],
    marga: kata('LEJAU NJUK JOK ANYEQ ENGGANG IBAU KELIAN AJANG LUHAT BAYAU'),
    muslim: false,
  },
  batak: {
    pria: kata(
      'TOGAR SAHAT PARLINDUNGAN BINSAR MANGATAS POLTAK HOTMAN JONGGI MARUBA RIKARDO SAUT JHONSON ROBINSON DAPOT',
    ),
    wanita: kata(
      'TIURMA ROSITA DUMARIA HOTMAIDA LAMTIUR NURMALA SONDANG RUMIRIS TIOMINAR MELVA ROTUA BERLIANA LASRIA',
    ),
    akhirPria: [],
    akhirWanita: [],
    marga: kata(
      'SIMANJUNTAK SIREGAR NAINGGOLAN SITUMORANG PANJAITAN HUTAGALUNG SINAGA PURBA GINTING SEMBIRING TARIGAN LUBIS HARAHAP NASUTION SIAHAAN MANURUNG TAMBUNAN PASARIBU SILALAHI TAMPUBOLON',
    ),
    muslim: false,
  },
  minang: {
    pria: kata(
      'ZULKIFLI SYAFRIL BUYUANG RUSDI ERMAN ASRIL YUNIZAR DASRIL AMRIZAL NOFRIZAL SYAHRIAL ALI-UMAR ZAINAL',
    ),
    wanita: kata(
      'YUSNIDAR ERNAWATI ROSMANIDAR GUSNI UPIAK NURBAITI WIRDA ASNIMAR DESMAWATI YULINAR ZURAIDA',
    ),
    akhirPria: kata('CANIAGO KOTO PILIANG TANJUNG SIKUMBANG JAMBAK MELAYU GUCI'),
    akhirWanita: kata('CANIAGO KOTO PILIANG TANJUNG SIKUMBANG JAMBAK MELAYU GUCI'),
    marga: [],
    muslim: true,
  },
  melayu: {
    pria: kata(
      'TENGKU RAMLI ZAINUDDIN BURHAN RAZALI SYAHRIL MAHMUD JUFRI AZHAR AMIRUDDIN NAZARUDDIN TARMIZI MARZUKI ISKANDAR SAIFUL',
    ),
    wanita: kata(
      'ZUBAIDAH CUT ROHANA NURASIAH HAMIDAH MAIMUNAH RAMLAH ZURAIDAH FAUZIAH MARIANI KHAIRIAH SALBIAH',
    ),
    akhirPria: kata('SYAH HAMID YUSUF IBRAHIM ISMAIL DAUD USMAN HUSIN ALI'),
    akhirWanita: kata('HAMID YUSUF IBRAHIM ISMAIL DAUD USMAN DEWI'),
    marga: [],
    muslim: true,
  },
  bali: {
    pria: kata(
      'SUARTANA SUDANA WIRAWAN ARTAWAN SUKERTA MERTA BUDIARTA SUWIRYA SUASTIKA DARMA ADNYANA PUTRA',
    ),
    wanita: kata(
      'SURYANI ASTITI MARIANI SUKERTI WARDANI ARIANI SUMERTI RATNADI WIDIASIH PUSPAWATI',
    ),
    akhirPria: [],
    akhirWanita: [],
    marga: [],
    muslim: false,
  },
  tionghoa: {
    pria: kata('HENDRA ANDI RUDI JOHAN STEVEN ALEX BENNY CHANDRA DJONI WILLY'),
    wanita: kata('LINDA MEI SUSI YENI LILY FELICIA VIVI JULIANA GRACE HERLIN'),
    akhirPria: [],
    akhirWanita: [],
    marga: kata('TANUWIJAYA LIMANTO HALIM GUNADI WIJAYA SALIM TJANDRA KUSNADI HARTANTO OEI LIE'),
    muslim: false,
  },
  papua: {
    pria: kata(
      'YOHANES FRANS AGUSTINUS MARTINUS OTTOW ELIEZER YANCE NIKO SEFNAT AMOS THEYS HENGKY',
    ),
    wanita: kata(
      'YUSTINA DORTHEA FERONIKA MARIANCE SELVIANA YOKBET ORPA NAOMI REGINA ELSINA ADOLFINA',
    ),
    akhirPria: [],
    akhirWanita: [],
    marga: kata(
      'KAMBUAYA WANMA MAMBRASAR RUMBIAK KAREBA YARANGGA SAWAKI OSOK KALAMI MOBALEN BLESIA WAMBRAUW SALOSSA',
    ),
    muslim: false,
  },
  timor: {
    pria: kata(
      'YOSEPH DOMINIKUS STEFANUS FERDINANDUS KORNELIS ALOYSIUS YULIUS PAULUS SILVESTER BLASIUS',
    ),
    wanita: kata(
      'YOHANA THERESIA BERNADETHA FRANSISKA MARGARETHA EMERENSIANA YASINTA KATARINA AGNES',
    ),
    akhirPria: [],
    akhirWanita: [],
    marga: kata(
      'NAHAK SERAN BRIA KLAU TAEK MANEK LAIN BERE TNUNAY NEONBASU HURIT KERAF TUKAN KOLI',
    ),
    muslim: false,
  },
}

/** How the cultures mix, by the first two digits of the region; the coast of 64 is one of migrants. */
const campuran: readonly (readonly [dari: number, sampai: number, bagian: string])[] = [
  [
    64,
    65,
    `bugis 28 jawa 27 banjar 11 kutai 10 mandar 5 madura 4 toraja 4 sunda 3 batak 2 dayak 2
     minang 1.5 timor 1.5 bali 1 tionghoa 0.8 papua 0.3`,
  ],
  [61, 63, 'banjar 35 jawa 22 dayak 20 melayu 10 madura 6 tionghoa 4 bugis 3'],
  [11, 21, 'melayu 38 jawa 22 batak 18 minang 16 tionghoa 3 sunda 3'],
  [31, 36, 'jawa 66 sunda 22 madura 6 batak 2 tionghoa 2 minang 2'],
  [51, 51, 'bali 86 jawa 12 tionghoa 2'],
  [52, 53, 'timor 62 melayu 28 bugis 6 jawa 4'],
  [71, 76, 'bugis 52 mandar 14 toraja 14 jawa 12 timor 5 bali 3'],
  [81, 82, 'timor 44 bugis 20 jawa 16 melayu 14 papua 6'],
  [91, 97, 'papua 68 jawa 12 bugis 11 timor 6 toraja 3'],
]

const isBudaya = (nama: string): nama is Budaya => nama in kumpulan

/** The cultures of a province with their weights. */
export function campuranDi(provinsi: number): readonly (readonly [Budaya, number])[] {
  const baris = campuran.find(([dari, sampai]) => provinsi >= dari && provinsi <= sampai)
  const bagian = kata(baris?.[2] ?? 'jawa 1')
  return bagian.flatMap((nama, i) => {
    if (!isBudaya(nama)) return []
    const berat: [Budaya, number] = [nama, Number(bagian[i + 1])]
    return [berat]
  })
}
