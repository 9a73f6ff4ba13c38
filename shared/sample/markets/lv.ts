import type { Market } from '../market.ts'

export const lv: Market = {
  language: 'lv',
  country: 'LV',
  currency: 'EUR',
  weight: 7,
  mobile: ['+371 26 ddd ddd', '+371 29 ddd ddd'],
  landline: ['+371 67 ddd ddd'],
  cities: [
    ['Rīga', 'Rīga', 'LV-10dd'],
    ['Liepāja', 'Kurzeme', 'LV-34dd'],
    ['Jelgava', 'Zemgale', 'LV-30dd'],
    ['Valmiera', 'Vidzeme', 'LV-42dd'],
  ],
  streets: ['Brīvības iela', 'Barona iela', 'Lielā iela', 'Rīgas iela', 'Dzirnavu iela'],
  address: '{street} {n}',
  women: {
    given: ['Ilze', 'Līga', 'Kristīne', 'Anna', 'Zane', 'Inese'],
    family: ['Bērziņa', 'Kalniņa', 'Ozoliņa', 'Liepiņa', 'Jansone', 'Krūmiņa'],
  },
  men: {
    given: ['Jānis', 'Andris', 'Mārtiņš', 'Kaspars', 'Edgars', 'Raivis'],
    family: ['Bērziņš', 'Kalniņš', 'Ozoliņš', 'Liepiņš', 'Jansons', 'Krūmiņš'],
  },
  companies: [
    ['Rīgas koks', 'wood'],
    ['Daugavas būve', 'construction'],
    ['Jūras nams', 'hospitality'],
    ['Grīdu salons', 'retail'],
    ['Vidzemes mēbeles', 'wood'],
    ['Latgales noliktava', 'wholesale'],
    ['Zaļais birojs', 'services'],
    ['Dzintara projekti', 'construction'],
  ],
  legalForms: ['SIA „{}”', 'SIA „{}”', 'AS „{}”'],
  roles: ['Valdes loceklis (-e)', 'Iepirkumu vadītājs (-a)', 'Projektu vadītājs (-a)', 'Arhitekts (-e)'],
  fairs: [
    [3, 'Māja I, Rīga, Ķīpsala, halle 1'],
    [3, 'Māja I, Rīga, Ķīpsala, halle 2'],
  ],
  sources: {
    website: ['Pieprasījuma forma', 'Cenu kalkulators'],
    referral: ['Ieteica arhitekts', 'Ieteica iepriekšējais klients'],
    walkIn: ['Salons Rīgā'],
    coldCall: ['Uzņēmumu katalogs'],
    social: ['Instagram foto', 'Facebook ieraksts'],
    partner: ['Interjera studija'],
    advert: ['Žurnāls par mājām'],
  },
  interests: ['dabīgi materiāli', 'koka ēkas', 'hokejs', 'restaurācija'],
  remarks: ['Vislabāk zvanīt no rīta.', 'Rēķinus sūtīt grāmatvedībai.', 'Vajag FSC sertifikātu.'],
}
