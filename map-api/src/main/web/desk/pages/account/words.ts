/** Words of the keys of staff. */
export const tr = {
  'keys.own': 'Anahtarlarınız',
  'keys.of': '{name}: anahtarlar',
  'keys.what':
    'QGIS ve GDAL gibi oturum açamayan programlar, sizin gördüğünüz verileri bir anahtarla okur. QGIS’te Ayarlar › Seçenekler › Kimlik Doğrulama altında “Temel kimlik doğrulama” seçin: kullanıcı adı herhangi bir şey, parola anahtarınız. Okunanlar sizin adınızla kayda geçer; anahtarınızı kimseyle paylaşmayın.',
  'keys.none': 'Anahtar yok.',
  'keys.list': 'Anahtarlar, yeniden eskiye',
  'keys.key': 'Anahtar',
  'keys.label': 'Ne için',
  'keys.label.hint': 'Örneğin: büro bilgisayarımdaki QGIS',
  'keys.until': 'Bitiş',
  'keys.state': 'Durum',
  'keys.open': 'Açık',
  'keys.closed': 'Kapalı',
  'keys.deed': 'İşlem',
  'keys.days': 'Kaç gün geçerli (en çok 366)',
  'keys.make': 'Anahtar oluştur',
  'keys.once': 'Anahtar yalnız şimdi gösterilir; programınıza girin:',
  'keys.revoke': 'İptal et',
  'keys.revoke.title': '“{label}” anahtarı iptal edilsin mi?',
  'keys.revoke.text': 'Bu anahtarı kullanan programlar en geç bir dakika içinde durur; anahtar bir daha açılamaz.',
  'keys.revoked': '“{label}” anahtarı iptal edildi.',

  'staff.keys': 'Anahtarlar…',
} as const;

export const en = {
  'keys.own': 'Your keys',
  'keys.of': '{name}: keys',
  'keys.what':
    'Programs that cannot sign in, such as QGIS and GDAL, read what you see by a key. In QGIS choose “Basic authentication” under Settings › Options › Authentication: any user name, your key as the password. What is read is recorded under your name; share your key with nobody.',
  'keys.none': 'There are no keys.',
  'keys.list': 'Keys, newest first',
  'keys.key': 'Key',
  'keys.label': 'What for',
  'keys.label.hint': 'For example: QGIS on my computer at work',
  'keys.until': 'Until',
  'keys.state': 'State',
  'keys.open': 'Open',
  'keys.closed': 'Closed',
  'keys.deed': 'Action',
  'keys.days': 'Valid for how many days (366 at most)',
  'keys.make': 'Make a key',
  'keys.once': 'The key is shown this once; give it to your program:',
  'keys.revoke': 'Revoke',
  'keys.revoke.title': 'Revoke the key “{label}”?',
  'keys.revoke.text': 'Programs that use it stop within a minute; it never opens again.',
  'keys.revoked': 'The key “{label}” is revoked.',

  'staff.keys': 'Keys…',
};
