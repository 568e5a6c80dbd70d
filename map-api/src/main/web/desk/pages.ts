import type { DeskPage } from './desk';
import { account } from './pages/account';
import { agreements } from './pages/agreements';
import { overview } from './pages/overview';

/** The pages of the desk in the order of the navigation: one line each. */
export const pages: readonly DeskPage[] = [
  overview,
  agreements,
  account,
];
