import type { errors as en } from '../en/errors.ts'

export const errors: Record<keyof typeof en, string> = {
  'error.internal':
    'Programoje „Fairbook“ įvyko klaida. Bandykite dar kartą; jei pasikartos, paleiskite programą iš naujo. Kas buvo išsaugota, neprarasta.',
  'error.invalidInput':
    'Dalies įvestų duomenų išsaugoti negalima. Pataisykite pažymėtus laukus ir bandykite dar kartą.',
  'error.notFound': 'Nepavyko rasti. Galbūt perkelta arba ištrinta: atnaujinkite sąrašą ir pasirinkite iš naujo.',
  'error.diskFull':
    'Diskas pilnas, todėl į duomenų aplanką nebegalima rašyti. Atlaisvinkite vietos ir bandykite dar kartą. {path}',
  'error.readOnly':
    'Duomenų aplankas skirtas tik skaityti, todėl jame nieko išsaugoti negalima. Leiskite į jį rašyti ir paleiskite „Fairbook“ iš naujo. {path}',
  'error.noAccess':
    'Programai „Fairbook“ neleidžiama atverti šio failo ar aplanko. Pakeiskite teises ir bandykite dar kartą. {path}',
  'error.folderMissing':
    'Duomenų aplanko nėra. Prijunkite diską, kuriame jis laikomas, arba grąžinkite aplanką ir paleiskite „Fairbook“ iš naujo. {path}',
  'error.bookInUse':
    'Šį duomenų aplanką jau naudoja kita „Fairbook“ programa. Pereikite į jos langą arba ją uždarykite ir bandykite dar kartą. {path}',
  'error.newerFormat':
    'Ši knyga įrašyta naujesne „Fairbook“ versija. Norėdami ją atverti, atnaujinkite „Fairbook“; niekas nepakeista.',
  'error.journalDamaged':
    'Žurnalas diske sugadintas ir toliau neperskaitomas. Nustatymuose atkurkite naujausią atsarginę kopiją.',
  'error.backupDamaged': 'Ši atsarginė kopija sugadinta, todėl iš jos nieko neatkurta. Pasirinkite kitą kopiją.',
  'error.backupSealed':
    'Ši atsarginė kopija užrakinta kita slaptafraze nei knyga. Įveskite tos dienos slaptafrazę arba atkūrimo raktą.',
  'error.attachmentMissing':
    'Failo duomenų aplanke nebėra. Pridėkite jį iš naujo arba atkurkite atsarginę kopiją, kurioje jis yra.',
  'error.attachmentTooLarge':
    'Failas didesnis nei 50 MB. Pasirinkite mažesnį arba laikykite jį kitur ir užsirašykite kur.',
  'error.pdfFailed': 'PDF sukurti nepavyko. Bandykite dar kartą; jei vėl nepavyks, eksportuokite ataskaitą kaip CSV.',
  'error.noBrowser':
    'Šiame kompiuteryje nerasta nei „Chrome“, nei „Chromium“, nei „Edge“. Įdiekite kurią nors iš jų ir paleiskite „Fairbook“ iš naujo.',
  'error.urlNotAllowed':
    'Šio adreso atverti negalima: atveriamos tik svetainių, el. pašto ir telefono nuorodos. Pataisykite adresą ir bandykite dar kartą.',
  'error.hostGone':
    'Darbalaukio „Fairbook“ dalis nebeatsako, todėl į failus niekas nerašoma. Paleiskite „Fairbook“ iš naujo; ką įvedėte, liko šio lango duomenų bazėje.',
  'error.notAllowed':
    '„Fairbook“ atmetė šią užklausą, nes ji atėjo ne iš jos lango. Uždarykite langą ir paleiskite „Fairbook“ iš naujo.',
  'error.databaseBroken':
    'Lango duomenų bazės atverti nepavyko. Paleiskite „Fairbook“ iš naujo: knyga bus atkurta iš failų.',
  'error.quotaExceeded': 'Knygos darbinei kopijai nebeliko vietos. Atlaisvinkite vietos diske ir bandykite dar kartą.',
  'error.recordMissing': 'Šio įrašo nebėra. Paieškokite jo šiukšlinėje arba grįžkite į sąrašą.',
  'error.stageInUse': 'Šiame etape dar yra sandorių. Perkelkite juos į kitą etapą, tada pašalinkite šį.',
  'error.lastStage': 'Pardavimo procesui reikia bent vieno etapo. Prieš šalindami šį, pridėkite kitą.',
  'error.fileUnreadable':
    'Failo perskaityti nepavyko. Patikrinkite, ar tai tinkamo tipo failas ir ar jo neužrakino kita programa, tada pasirinkite jį iš naujo.',
  'error.fileEmpty': 'Faile nėra ką importuoti. Pasirinkite kitą failą.',
  'error.fileTooLarge':
    'Failas didesnis, nei „Fairbook“ gali priimti vienu kartu. Padalykite jį į kelis mažesnius failus ir importuokite juos vieną po kito.',
  'error.fileIsOldExcel':
    'Tai senosios „Excel“ versijos darbaknygė (.xls). Atverkite ją skaičiuoklės programa, įrašykite kaip .xlsx arba CSV ir pasirinkite tą failą.',
  'error.fileIsEncrypted':
    'Darbaknygė apsaugota slaptažodžiu. Atverkite ją, pašalinkite slaptažodį, įrašykite ir pasirinkite failą iš naujo.',
  'error.fileIsBackup':
    'Tai „Fairbook“ atsarginė kopija, o ne importuoti skirtas sąrašas. Atkurkite ją nustatymuose, atsarginių kopijų skyriuje.',
  'error.cancelled': 'Veiksmas atšauktas. Galite jį bet kada pradėti iš naujo.',
  'error.importUnanswered':
    'Vieno stulpelio datas galima suprasti dvejopai. Nurodykite, kuris skaičius yra diena, ir pradėkite importą.',
  'error.importRunning': 'Šis importas vyksta kitame lange. Palaukite, kol jis ten baigsis.',
  'error.syncUnreachable':
    '{why, select, name {Kompiuterio tokiu vardu nerasta: {place}. Patikrinkite rašybą ir ar yra ryšys.} refused {Kompiuteris atsako, bet {place} serveris neveikia. Paleiskite jį arba patikrinkite prievadą adrese.} timeout {{place} laiku neatsakė. Bandykite vėliau arba klauskite prižiūrinčiojo.} network {Nėra tinklo iki {place}. Prisijunkite prie tinklo ar VPN; „Fairbook“ bandys pati.} address {Tai ne serverio adresas. Įrašykite, pavyzdžiui, https://couch.example.com:6984; naudotojui ir slaptažodžiui yra atskiri laukai.} redirect {{place} nukreipia į kitą serverį: {to}. Jei juo pasitikite, įrašykite jo adresą.} missing {Aplanko nėra: {place}. Prijunkite diską ar atmintinę arba pasirinkite aplanką iš naujo.} drive {Diskas ar bendrinamas aplankas, kuriame yra {place}, nebeatsako. Prijunkite jį iš naujo ir pažiūrėkite, ar įjungtas jo kompiuteris; „Fairbook“ bandys pati.} noTls {{place} atsako, bet ne per TLS. Patikrinkite prievadą; jei serveris TLS neturi, adresas prasideda http://.} other {Ryšys su {place} nutrūko. „Fairbook“ bandys pati; jei nepraeina, klauskite serverio prižiūrėtojo.}}',
  'error.syncCertificate':
    '{place} sertifikatas nepatikimas ({why}), todėl ten nieko nesiųsta. Pataisykite adresą arba paprašykite atnaujinti sertifikatą.',
  'error.syncLogin':
    '{place} nepriima šio naudotojo ir slaptažodžio. Patikrinkite abu ir įrašykite slaptažodį iš naujo.',
  'error.syncForbidden':
    'Šiam prisijungimui {place} to neleidžiama. Paprašykite serverio prižiūrėtojo teisės skaityti ir rašyti šią duomenų bazę.',
  'error.syncNotAServer': 'Adresu {place} kažkas atsako, bet tai ne „CouchDB“. Patikrinkite adresą ir prievadą.',
  'error.syncNoBook':
    '{why, select, gone {Knygos aplanke {place} nebėra. Prijunkite diską ar bendrinamą aplanką, kuriame jis yra; jei aplankas perkeltas, nutraukite sinchronizavimą ir pasirinkite jį iš naujo.} other {Ten knygos nėra. Patikrinkite duomenų bazės vardą ar aplanką arba padarykite savo knygą ten prieinamą.}}',
  'error.syncNotEmpty':
    'Vietoje {place} jau kažkas yra. Rinkitės kitą duomenų bazę ar aplanką arba prisijunkite prie ten esančios knygos.',
  'error.syncWrongBook':
    'Ten yra kita knyga, o dvi knygos niekada nesumaišomos, todėl sinchronizavimas sustojo. Nutraukite jį, tada rinkitės tinkamą vietą arba prisijunkite prie anos knygos.',
  'error.syncTargetChanged':
    '{why, select, older {{place} grąžinta į senesnę būseną, galbūt iš atsarginės kopijos.} other {Kas buvo vietoje {place}, ištrinta ir padaryta iš naujo.}} Sinchronizavimas sustojo, kad niekas nedingtų: nutraukite jį ir prisijunkite iš naujo.',
  'error.syncNotSealed':
    'Ši knyga laikoma užšifruota, bet vieta nori jos skaitomos. Niekas nesiųsta. Pažiūrėkite, kas pakeitė vietą; jei viskas gerai, nutraukite sinchronizavimą ir nustatykite iš naujo.',
  'error.syncKeyMissing':
    'Užšifruotos knygos rakto čia nėra. Įveskite slaptafrazę arba atkūrimo raktą nustatymuose, skyriuje „Sinchronizavimas“.',
  'error.syncPasswordMissing':
    'Serverio slaptažodis čia nelaikomas. Įveskite jį nustatymuose, skyriuje „Sinchronizavimas“.',
  'error.syncBusy': '{place} užimta. „Fairbook“ netrukus bandys pati.',
  'error.syncFull':
    'Vietoje {place} nebėra vietos. Atlaisvinkite arba klauskite prižiūrinčiojo; iki tol pakeitimai laukia čia.',
  'error.syncWouldRemove':
    '{direction, select, out {Šis sinchronizavimas visiems pašalintų {count, number} iš {total, number} įrašų.} other {Šis sinchronizavimas čia pašalintų {count, number} iš {total, number} įrašų.}} Pažiūrėkite prieš leisdami: galbūt kažkas juos ištrynė per klaidą.',
  'error.syncClock':
    'Šio kompiuterio laikrodis nesutampa su kitų (skirtumas: {minutes, number, ::unit/minute unit-width-full-name sign-never}). Nustatykite jį teisingai, antraip vėlesni pakeitimai gali atrodyti senesni.',
  'error.syncFileDamaged':
    'Šis sinchronizavimo failas sugadintas arba nukopijuotas ne visas. Nukopijuokite iš naujo arba paprašykite naujo.',
  'error.syncFileOther':
    'Tai ne „Fairbook“ sinchronizavimo failas. Rinkitės failą, kurio vardas baigiasi .fairbook-sync.',
  'error.syncPlaceUnproven':
    'Šios užrakintos knygos sinchronizavimo vieta pakeista be jos slaptafrazės, todėl sinchronizavimas sustojo ir nieko neišsiųsta. Nustatymuose, „Sinchronizavimas“, vietą pasirinkite iš naujo; jei patys duomenų aplanko failų nekeitėte, išsiaiškinkite, kas tai padarė.',
  'error.syncOff': 'Ši knyga nesinchronizuojama. Nustatykite tai skyriuje „Sinchronizavimas“.',
  'notice.tornLine':
    'Praėjusį kartą programa sustojo rašymo metu. Nebaigta eilutė atmesta; visa, kas buvo rodoma kaip išsaugota, yra vietoje.',
  'notice.damagedLines':
    '{count, plural, one {Failuose rasta ir atidėta # sugadinta eilutė} few {Failuose rastos ir atidėtos # sugadintos eilutės} many {Failuose rasta ir atidėta # sugadintos eilutės} other {Failuose rasta ir atidėta # sugadintų eilučių}}; visa kita atverta. Nustatymuose palyginkite su atsargine kopija. {path}',
  'notice.damagedSnapshot':
    'Įrašyta knygos kopija buvo pažeista. Ko nepavyko perskaityti, atidėta į {path} ir vėl įrašoma iš šio lango.',
  'notice.readOnly':
    'Duomenų aplankas skirtas tik skaityti. Ieškoti galite, bet nauji įrašai liks tik šiame lange, kol nebus leista rašyti.',
  'notice.newBook': 'Duomenų aplanke pradėta nauja knyga.',
  'notice.backupFailed':
    'Kasdienės atsarginės kopijos sukurti nepavyko. Patikrinkite laisvą vietą diske ir nustatymuose sukurkite kopiją rankiniu būdu.',
  'error.wrongPassphrase':
    'Tai nei slaptafrazė, nei atkūrimo raktas. Patikrinkite klaviatūros kalbą ir bandykite dar kartą.',
  'error.weakPassphrase':
    'Šią slaptafrazę per lengva atspėti, todėl ji netinka. Sudėkite keturis žodžius, kurių niekas kitas nesudėtų kartu.',
  'error.tooManyAttempts':
    'Per daug neteisingų bandymų. Truputį palaukite ir bandykite dar kartą; po kiekvieno kito tenka laukti ilgiau.',
  'error.keysDamaged':
    'Failas su knygos raktu sugadintas, todėl jos atverti negalima. Atkurkite duomenų aplanką iš kopijos.',
  'error.noKeyStore':
    'Šiame kompiuteryje nėra saugyklos, kuri saugiai laikytų paslaptį. Užtat jos bus klausiama kaskart paleidus programą.',
  'error.locked': 'Knyga užrakinta. Norėdami tęsti, įveskite slaptafrazę; niekas neprarasta.',
}
