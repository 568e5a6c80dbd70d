import { element } from '../../../shared/dom';
import type { Language } from '../../../shared/messages';

/** What an operation is called, in each language of the pages. */
interface Named {
  readonly tr: string;
  readonly en: string;
}

/** Operations of one kind. The first of some finds all of them, since a search for `read` finds `read.items`, too. */
interface Group {
  readonly title: Named;
  readonly actions: Readonly<Record<string, Named>>;
}

const named = (tr: string, en: string): Named => ({ tr, en });

/** The operations the audit tells of. One that is missing here is told by the program's word for it. */
const GROUPS: readonly Group[] = [
  {
    title: named('Okuma', 'Reading'),
    actions: {
      read: named('Okuma: hepsi', 'Reading: all'),
      'read.items': named('Yayından kayıt okuma', 'Records of a release read'),
      'read.tiles': named('Harita karosu', 'Map tile'),
      'read.wms': named('Harita görüntüsü (WMS)', 'Map picture (WMS)'),
      'read.place': named('Yer kartı', 'Place card'),
      'read.thematic': named('Tematik harita', 'Thematic map'),
      'read.legend': named('Lejantın sayıları', 'Figures of a legend'),
      'read.pdf': named('PDF çıktısı', 'PDF'),
      'read.statistics': named('Alan istatistiği', 'Statistics by area'),
      'read.service-area': named('Hizmet alanı', 'Service area'),
      'read.changes': named('Değişiklik akışı', 'Change feed'),
      'read.records': named('Çalışma verisinde arama', 'Search in the working data'),
      'read.record': named('Çalışma verisinden bir kayıt', 'One record of the working data'),
      'read.findings': named('Taslağın bulguları', 'Findings of the draft'),
      'read.registry': named('Adres kayıt sistemi (UAVT)', 'Address registry (UAVT)'),
      'read.agreement': named('Protokol okuma', 'Agreement read'),
      'read.rejects': named('Geri çevrilen kayıtlar', 'Rejects of an import'),
    },
  },
  {
    title: named('Çalışma verisi', 'Working data'),
    actions: {
      'working.change': named('Çalışma verisinde değişiklik', 'Change of the working data'),
      import: named('Dosya aktarımı', 'Import of a file'),
    },
  },
  {
    title: named('Yayınlar', 'Releases'),
    actions: {
      release: named('Yayınlar: hepsi', 'Releases: all'),
      'release.draft': named('Taslak çıkarma', 'Draft made'),
      'release.check': named('Taslağı denetleme', 'Draft checked'),
      'release.accept': named('Hataları üstlenme', 'Errors accepted'),
      'release.approve': named('Onayı girme', 'Approval entered'),
      'release.publish': named('Yayımlama', 'Release published'),
      'release.rollback': named('Önceki yayına dönme', 'Return to an earlier release'),
    },
  },
  {
    title: named('Adres kayıt sistemi', 'Address registry'),
    actions: {
      registry: named('Adres kayıt sistemi: hepsi', 'Address registry: all'),
      'registry.pull': named('UAVT’yi okuma', 'Registry read'),
      'registry.compare': named('UAVT ile karşılaştırma', 'Compared with the registry'),
      'registry.push': named('UAVT’ye gönderme', 'Sent to the registry'),
      'registry.stop': named('UAVT işini durdurma', 'Work with the registry stopped'),
      'registry.allow': named('Bekletilen okumayı kabul etme', 'Held reading accepted'),
      'registry.accept-remote': named('Uyuşmazlık: UAVT doğru', 'Conflict: the registry is right'),
      'registry.send-local': named('Uyuşmazlık: kent doğru', 'Conflict: the city is right'),
      'registry.link': named('Uyuşmazlık: eşleştirme', 'Conflict: linked'),
      'registry.ignore': named('Uyuşmazlık: böyle kalsın', 'Conflict: may stay'),
      'registry.hand-over': named('İş listesini verme', 'Work list handed over'),
      'registry.entered': named('İş listesinde girildi işareti', 'Work list ticked off'),
      'registry.take-back': named('İş listesinden geri alma', 'Work list taken back'),
    },
  },
  {
    title: named('Protokoller', 'Agreements'),
    actions: {
      agreement: named('Protokoller: hepsi', 'Agreements: all'),
      'agreement.add': named('Yeni protokol', 'Agreement added'),
      'agreement.amend': named('Protokolü değiştirme', 'Agreement amended'),
      'agreement.dry-run': named('Protokolü deneme', 'Agreement tried'),
      'agreement.active': named('Protokolü yürürlüğe koyma', 'Agreement brought into force'),
      'agreement.suspended': named('Protokolü askıya alma', 'Agreement suspended'),
      'agreement.revoked': named('Protokolü feshetme', 'Agreement revoked'),
      'agreement.expired': named('Protokolün süresi doldu', 'Agreement expired'),
      'agreement.key': named('Protokole anahtar verme', 'Key of an agreement made'),
      'agreement.key-revoked': named('Protokolün anahtarını iptal', 'Key of an agreement revoked'),
      'agreement.received': named('Bir kaydı alanları sorma', 'Asked who received a record'),
      receipts: named('Alındı kayıtlarını silme', 'Receipts forgotten'),
    },
  },
  {
    title: named('Tematik haritalar', 'Thematic maps'),
    actions: {
      thematic: named('Tematik haritalar: hepsi', 'Thematic maps: all'),
      'thematic.create': named('Yeni tematik harita', 'Thematic map made'),
      'thematic.change': named('Tematik haritayı değiştirme', 'Thematic map changed'),
      'thematic.delete': named('Tematik haritayı silme', 'Thematic map deleted'),
      'thematic.published': named('Tematik haritayı yayımlama', 'Thematic map published'),
      'thematic.shared': named('Tematik haritayı bağlantıyla paylaşma', 'Thematic map shared by link'),
      'thematic.staff': named('Tematik haritayı personele açma', 'Thematic map shared with staff'),
      'thematic.private': named('Tematik haritayı kapatma', 'Thematic map made private'),
    },
  },
  {
    title: named('Hesaplar', 'Accounts'),
    actions: {
      staff: named('Hesaplar: hepsi', 'Accounts: all'),
      'staff.open': named('Hesap açma', 'Account opened'),
      'staff.roles': named('Görevleri değiştirme', 'Roles changed'),
      'staff.reset': named('Parolayı yenileme', 'Password reset'),
      'staff.password': named('Kendi parolasını değiştirme', 'Own password changed'),
      'staff.close': named('Hesabı kapatma', 'Account closed'),
      'staff.reopen': named('Hesabı yeniden açma', 'Account opened again'),
      'staff.key': named('Kişisel anahtar oluşturma', 'Personal key made'),
      'staff.key-revoked': named('Kişisel anahtarı iptal', 'Personal key revoked'),
    },
  },
  {
    title: named('Giriş', 'Signing in'),
    actions: {
      sign_in: named('Giriş: hepsi', 'Signing in: all'),
      'sign_in.refused': named('Reddedilen giriş', 'Sign-in refused'),
      'sign_in.locked': named('Kilitlenen giriş', 'Sign-in locked out'),
      sign_out: named('Çıkış', 'Signed out'),
      'key.refused': named('Geçersiz anahtarlar', 'Keys refused'),
    },
  },
  {
    title: named('Denetim ve işletim', 'Audit and operation'),
    actions: {
      audit: named('Denetim kaydı: hepsi', 'Audit: all'),
      'audit.read': named('Denetim kaydını okuma', 'Audit read'),
      'audit.csv': named('Denetim kaydını indirme', 'Audit saved as CSV'),
      backup: named('Yedek alma', 'Backup made'),
      restore: named('Yedekten dönme', 'Backup restored'),
      'geoserver.apply': named('GeoServer’ı kurma', 'GeoServer set up'),
    },
  },
];

const ALL: Readonly<Record<string, Named>> = Object.assign({}, ...GROUPS.map(({ actions }) => actions));

/** What an operation is called; undefined where it has no name here. */
export function nameOf(action: string, language: Language): string | undefined {
  // an entry of a sign-in is one, not all of them
  return action === 'sign_in' ? { tr: 'Giriş', en: 'Signed in' }[language] : ALL[action]?.[language];
}

/** The operations to choose from; one that has no name here is among them where it was asked for. */
export function actionChoice(any: string, asked: string, language: Language): HTMLSelectElement {
  const option = (value: string, text: string): HTMLElement => element('option', { value }, text);
  const groups = GROUPS.map(({ title, actions }) =>
    element('optgroup', { label: title[language] }, ...Object.entries(actions).map(([action, name]) => option(action, name[language]))),
  );
  const other = asked === '' || Object.hasOwn(ALL, asked) ? [] : [option(asked, asked)];
  const made = element('select', { name: 'action' }, option('', any), ...other, ...groups);
  made.value = asked;
  return made;
}
