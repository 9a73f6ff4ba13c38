import type { welcome as en } from '../en/welcome.ts'

export const welcome: Record<keyof typeof en, string> = {
  'welcome.title': 'Sveiki atvykę į „Fairbook“',
  'welcome.promise': 'Jūsų klientų knyga. Ji laikoma šiame kompiuteryje ir visada veikia be tinklo ir be paskyros.',
  'welcome.language': 'Kalba',
  'welcome.country': 'Šalis',
  'welcome.countryHelp': 'Telefono numeriams be šalies kodo',
  'welcome.currency': 'Valiuta',
  'welcome.currencyHelp': 'Sandoriai gali būti ir kitomis valiutomis',
  'welcome.name': 'Jūsų vardas',
  'welcome.nameHelp': 'Istorijoje rašomas prie jūsų pakeitimų. Galima nepildyti.',
  'welcome.begin': 'Kaip norite pradėti?',
  'welcome.import': 'Importuoti failą',
  'welcome.importHelp': 'Kontaktai iš kitos programos CSV failo: „HubSpot“, „Google“, „Outlook“ ar bet kurios lentelės',
  'welcome.sample': 'Apsidairyti pavyzdinėje knygoje',
  'welcome.sampleHelp': '300 išgalvotų klientų su metų sandoriais ir pokalbiais. Galima pašalinti vienu kartu.',
  'welcome.sampleName': 'Pavyzdinė knyga',
  'welcome.empty': 'Pradėti nuo tuščios knygos',
  'welcome.emptyHelp': 'Pirmąjį klientą įrašykite patys',
  'welcome.join': 'Prisijungti prie knygos',
  'welcome.joinHelp': 'Kolegų knygos arba savosios iš kito kompiuterio',
  'welcome.later': 'Visa tai vėliau galėsite pakeisti nustatymuose.',
}
