-- Roles held from–to by letter, one worn at a time; what a session proved when it began.

alter table penugasan
  add column jenis text not null default 'definitif' check (jenis in ('definitif', 'plt', 'plh')),
  add column keluarga uuid[],
  add column ruta uuid[];
comment on column penugasan.jenis is 'definitif, or plt/plh: a substitute by letter, inside its dates only';
comment on column penugasan.keluarga is 'Below the village: only these families; null is all';
comment on column penugasan.ruta is 'The households of those families';

alter table masuk."session"
  add column faktor text not null default 'sandi',
  add column dikukuhkan_pada timestamptz,
  add column penugasan_id uuid;
comment on column masuk."session".faktor is 'How the person proved who they are: sandi, totp, passkey, perangkat, pemulihan, oidc';
comment on column masuk."session".dikukuhkan_pada is 'When they last proved it again within this session';
comment on column masuk."session".penugasan_id is 'Assignment worn; null until one is chosen';
