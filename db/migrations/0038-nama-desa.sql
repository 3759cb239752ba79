-- People of a village by the whole of their name: what a typed record without a sound date is compared with.
create index individu_nama_desa on individu (wilayah, nama_cari);
