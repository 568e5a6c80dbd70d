import type { DeskPage } from './desk';
import { account } from './pages/account';
import { agreements } from './pages/agreements';
import { audit } from './pages/audit';
import { findings } from './pages/findings';
import { maps } from './pages/maps';
import { overview } from './pages/overview';
import { planning } from './pages/planning';
import { records } from './pages/records';
import { registry } from './pages/registry';
import { releases } from './pages/releases';
import { staff } from './pages/staff';
import { thematic } from './pages/thematic';

/** The pages of the desk in the order of the navigation: one line each. */
export const pages: readonly DeskPage[] = [
  overview,
  releases,
  findings,
  records,
  maps,
  thematic,
  planning,
  registry,
  agreements,
  staff,
  audit,
  account,
];
