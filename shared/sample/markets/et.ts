import type { Market } from '../market.ts'

export const et: Market = {
  language: 'et',
  country: 'EE',
  currency: 'EUR',
  weight: 5,
  mobile: ['+372 53dd dddd', '+372 56dd dddd'],
  landline: ['+372 6dd dddd'],
  cities: [
    ['Tallinn', 'Harjumaa', '101dd'],
    ['Tartu', 'Tartumaa', '510dd'],
    ['Pärnu', 'Pärnumaa', '800dd'],
  ],
  streets: ['Narva mnt', 'Pärnu mnt', 'Riia', 'Lai', 'Tööstuse'],
  address: '{street} {n}',
  women: {
    given: ['Kadri', 'Liis', 'Piret', 'Triin', 'Maarja'],
    family: ['Tamm', 'Saar', 'Sepp', 'Mägi', 'Kask', 'Rebane'],
  },
  men: {
    given: ['Jaan', 'Margus', 'Rein', 'Toomas', 'Priit'],
    family: ['Tamm', 'Saar', 'Sepp', 'Mägi', 'Kask', 'Õunapuu'],
  },
  companies: [
    ['Põhja Puit', 'wood'],
    ['Tartu Ehitus', 'construction'],
    ['Mere Hotell', 'hospitality'],
    ['Uksed ja Põrandad', 'retail'],
    ['Saare Mööbel', 'wood'],
    ['Nutikas Kool', 'education'],
  ],
  legalForms: ['{} OÜ', '{} OÜ', '{} AS'],
  roles: ['Juhatuse liige', 'Ostujuht', 'Projektijuht', 'Arhitekt'],
  fairs: [
    [4, 'Eesti Ehitab, Tallinn, hall A'],
    [4, 'Eesti Ehitab, Tallinn, hall B'],
  ],
  sources: {
    website: ['Päringu vorm', 'Hinnakalkulaator'],
    referral: ['Soovitas arhitekt', 'Soovitas endine klient'],
    walkIn: ['Tallinna salong'],
    coldCall: ['Äriregister'],
    social: ['Instagrami pilt', 'LinkedIn'],
    partner: ['Sisearhitektide büroo'],
    advert: ['Kodukiri'],
  },
  interests: ['puitmajad', 'saun', 'taaskasutus', 'matkamine'],
  remarks: ['Eelistab e-kirja.', 'Arved raamatupidajale.', 'Vajab FSC sertifikaati.'],
}
