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
}
