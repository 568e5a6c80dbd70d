import '../shared/page.css';
import './pages.css';
import { dataMap } from './dataMap';

/** Every place for a map becomes one; without script the tables and facts say the same. */
for (const place of document.querySelectorAll<HTMLElement>('.map')) {
  void dataMap(place);
}
